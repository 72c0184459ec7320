import type { Problem } from '@alidade/model'
import { field } from './json-values.ts'

/** One JSON value of a file, with the line on which it begins. */
export interface TraceDocument {
  readonly value: unknown
  readonly line: number
}

const mostListed = 20

/**
 * The documents of a file, one at a time: the whole of it where it is one JSON value, else one for each line. A line that
 * is none is a problem (of which the first 20 are listed), and the next one is read.
 * @returns why, where not a single one could be read
 * @see https://opentelemetry.io/docs/specs/otel/protocol/file-exporter/
 */
export function readDocuments(
  file: string,
  text: string,
  problems: Problem[],
  take: (document: TraceDocument) => void,
): string | undefined {
  const whole = parse(text)
  if (whole !== undefined) {
    for (const value of Array.isArray(whole) ? whole : [whole]) take({ value, line: 1 })
    return undefined
  }
  const broken: number[] = []
  let read = 0
  let line = 0
  for (let from = 0; from <= text.length; ) {
    const end = text.indexOf('\n', from)
    const to = end === -1 ? text.length : end
    const each = text.slice(from, to).trim()
    from = to + 1
    line++
    if (each === '') continue
    const value = parse(each)
    if (isTelemetry(value)) {
      read++
      take({ value, line })
    } else broken.push(line)
  }
  if (read === 0) {
    const message = 'this is neither one JSON document nor one on each line: export the traces again'
    problems.push({ code: 'trace-malformed', severity: 'error', file, line: broken[0] ?? 1, message })
    return `line ${broken[0] ?? 1}: ${message}`
  }
  for (const at of broken.slice(0, mostListed)) {
    const more = broken.length - mostListed
    const others = at === broken[mostListed - 1] && more > 0 ? ` (and ${more} more lines)` : ''
    const message = `this line is no JSON document of OpenTelemetry, and was not read${others}: remove it, or export it again`
    problems.push({ code: 'trace-malformed', severity: 'error', file, line: at, message })
  }
  return undefined
}

function isTelemetry(value: unknown): boolean {
  return ['resourceSpans', 'resourceMetrics', 'resourceLogs'].some((key) => field(value, key) !== undefined)
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
