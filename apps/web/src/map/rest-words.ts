import { number } from '../text/count.ts'
import type { Rest } from './map-graph.ts'

/** What a limit hides: `12 more consumers`, `1 more at 2 hops`. */
export function restWords({ column, count }: Rest): string {
  const hops = Math.abs(column)
  if (hops > 1) return `${number(count)} more, ${hops} hops`
  const [one, many] = column < 0 ? ['consumer', 'consumers'] : ['callee', 'callees']
  return `${number(count)} more ${count === 1 ? one : many}`
}
