import { type Mention, makeRef } from '@alidade/model'
import { type Attributes, attributesOf } from './attributes.ts'
import type { TraceDocument } from './documents.ts'
import { field, list, text } from './json-values.ts'

type SpanKind = 'client' | 'server' | 'producer' | 'consumer'

/** A service as its spans name it. */
export interface TracedService {
  readonly mention: Mention
  readonly namespace: string
  readonly environment: string | undefined
}

export interface Span {
  /** Of the trace and the span. */
  readonly id: string
  readonly parent: string | undefined
  /** Undefined for one within a service. */
  readonly kind: SpanKind | undefined
  readonly service: TracedService
  readonly attributes: Attributes
  /** UTC instants. */
  readonly start: string | undefined
  readonly end: string | undefined
  readonly line: number
}

const kinds: Readonly<Record<string, SpanKind>> = {
  2: 'server',
  3: 'client',
  4: 'producer',
  5: 'consumer',
  SPAN_KIND_SERVER: 'server',
  SPAN_KIND_CLIENT: 'client',
  SPAN_KIND_PRODUCER: 'producer',
  SPAN_KIND_CONSUMER: 'consumer',
}

/**
 * The spans of a document; what is of another form is passed over.
 * @param onNameless told of each span whose service has no name of its own
 * @see https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding
 */
export function* spansOf(
  { value, line }: TraceDocument,
  onNameless: (line: number) => void,
): Generator<Span> {
  for (const resource of list(field(value, 'resourceSpans'))) {
    const service = serviceOf(attributesOf(field(field(resource, 'resource'), 'attributes')))
    // Before 2022 a scope was called an instrumentation library.
    const scopes = field(resource, 'scopeSpans') ?? field(resource, 'instrumentationLibrarySpans')
    for (const span of list(scopes).flatMap((scope) => list(field(scope, 'spans')))) {
      const [trace, id] = [text(field(span, 'traceId')), text(field(span, 'spanId'))]
      if (trace === undefined || id === undefined) continue
      if (!service) {
        onNameless(line)
        continue
      }
      const parent = text(field(span, 'parentSpanId'))
      const number = field(span, 'kind')
      const kind = typeof number === 'number' ? `${number}` : (text(number) ?? '')
      yield {
        id: `${trace}/${id}`,
        parent: parent === undefined ? undefined : `${trace}/${parent}`,
        kind: Object.hasOwn(kinds, kind) ? kinds[kind] : undefined,
        service,
        attributes: attributesOf(field(span, 'attributes')),
        start: instant(field(span, 'startTimeUnixNano')),
        end: instant(field(span, 'endTimeUnixNano')),
        line,
      }
    }
  }
}

/** None for the name that an SDK gives where nobody gave one: `unknown_service:java`. */
function serviceOf({ service, namespace, environment }: Attributes): TracedService | undefined {
  const name = service?.value
  if (name === undefined || name.length > 200 || /^unknown_service(?::|$)/.test(name)) return undefined
  const space = namespace && namespace.value.length <= 200 ? namespace.value : 'default'
  return {
    mention: { ref: makeRef('Service', space, name), name, scope: 'bare', kinds: ['Service'] },
    namespace: space,
    environment: environment?.value.slice(0, 100),
  }
}

/** Nanoseconds since 1970, as a text since they are more than a number holds. */
function instant(value: unknown): string | undefined {
  const milliseconds =
    typeof value === 'string' || typeof value === 'number' ? Number(value) / 1e6 : Number.NaN
  if (!(milliseconds > 0) || milliseconds > 253_402_300_799_999) return undefined
  return new Date(milliseconds).toISOString()
}
