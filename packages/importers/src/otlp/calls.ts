import type { Mention, Ref, RelationStatement, Statement } from '@alidade/model'
import type { Span, TracedService } from './spans.ts'
import { type Target, targetOf } from './targets.ts'

interface Call {
  readonly from: TracedService
  readonly to: Mention
  readonly reason: string
  readonly line: number
  count: number
  first: string | undefined
  last: string | undefined
}

const mostCalls = 20_000

/** What is kept of a span until all are read: of a file of 20 MB some ten megabytes. */
type Kept = Pick<Span, 'id' | 'parent' | 'kind' | 'service' | 'start' | 'end' | 'line'> & {
  readonly target: Target | undefined
}

/** Who called whom, put together from spans in any order. */
export interface Calls {
  add(span: Span): void
  /** One statement for each service that calls, in the order of refs; `left` counts the calls above 20,000 sorts. */
  result(): { readonly statements: readonly Statement[]; readonly left: number }
}

export function startCalls(): Calls {
  const spans = new Map<string, Kept>()
  return {
    add(span) {
      const { id, parent, kind, service, start, end, line } = span
      spans.set(id, { id, parent, kind, service, start, end, line, target: targetOf(span) })
    },
    result() {
      const calls = new Map<string, Call>()
      const named = onlyServices(spans)
      const answered = new Set<string>()
      let left = 0
      const count = (from: Kept, to: Mention, reason: string) => {
        const { service, start, end, line } = from
        if (to.ref === service.mention.ref) return
        const key = JSON.stringify([service.mention.ref, to.ref, reason, service.environment])
        const known = calls.get(key)
        if (known) {
          known.count++
          known.first = earlier(known.first, start)
          known.last = later(known.last, end ?? start)
        } else if (calls.size >= mostCalls) left++
        else calls.set(key, { from: service, to, reason, line, count: 1, first: start, last: end ?? start })
      }
      for (const span of spans.values()) {
        const caller = span.parent === undefined ? undefined : spans.get(span.parent)
        if (span.kind !== 'server' || !caller) continue
        answered.add(caller.id)
        count(caller, span.service.mention, 'parentSpanId')
      }
      for (const span of spans.values()) {
        if (!span.target || answered.has(span.id)) continue
        const { mention, reason } = span.target
        const service = mention.ref.startsWith('service:') ? named.get(mention.name.toLowerCase()) : undefined
        count(span, service ?? mention, reason)
      }
      return { statements: statementsOf([...calls.values()]), left }
    },
  }
}

/** The services of the file by name, where only one has it: their names are what others call them by. */
function onlyServices(spans: ReadonlyMap<string, Kept>): ReadonlyMap<string, Mention> {
  const found = new Map<string, Mention | undefined>()
  for (const { service } of spans.values()) {
    const name = service.mention.name.toLowerCase()
    const known = found.has(name) ? found.get(name) : service.mention
    found.set(name, known?.ref === service.mention.ref ? known : undefined)
  }
  return new Map([...found].flatMap(([name, mention]) => (mention ? [[name, mention] as const] : [])))
}

function statementsOf(calls: readonly Call[]): readonly Statement[] {
  const byService = new Map<Ref, { readonly subject: Mention; readonly relations: RelationStatement[] }>()
  for (const { from, to, reason, line, count, first, last } of calls) {
    const { ref } = from.mention
    const known = byService.get(ref) ?? { subject: from.mention, relations: [] }
    byService.set(ref, known)
    known.relations.push({
      type: 'DEPENDS_ON',
      direction: 'out',
      other: to,
      line,
      confidence: 'observed',
      reason,
      count,
      ...(from.environment === undefined ? {} : { environment: from.environment }),
      ...(first === undefined ? {} : { firstSeen: first }),
      ...(last === undefined ? {} : { lastSeen: last }),
    })
  }
  const order = (relation: RelationStatement) =>
    `${relation.other.ref}\n${relation.reason}\n${relation.environment}`
  return [...byService.values()]
    .map(({ subject, relations }) => ({
      subject,
      relations: relations.toSorted((a, b) => (order(a) < order(b) ? -1 : 1)),
    }))
    .sort((a, b) => (a.subject.ref < b.subject.ref ? -1 : 1))
}

function earlier(a: string | undefined, b: string | undefined): string | undefined {
  return a === undefined || (b !== undefined && b < a) ? b : a
}

function later(a: string | undefined, b: string | undefined): string | undefined {
  return a === undefined || (b !== undefined && b > a) ? b : a
}
