import type { Ref } from '@alidade/model'
import { exists } from './columns.ts'
import { degree } from './edge-rows.ts'
import type { View } from './view.ts'

/** The number of a ref, which may be of an alias, or of something that is no longer there. */
function numberOfRef(view: View, ref: Ref): number | undefined {
  const number = view.texts.refs.numberOf(ref)
  // The texts are shared with newer snapshots, which may have added some.
  return number !== undefined && number < view.size ? number : undefined
}

export function refOf(view: View, number: number): Ref {
  return view.texts.refs.textOf(number) as Ref
}

export function isEntity({ columns }: View, number: number): boolean {
  return ((columns.state[number] as number) & exists) !== 0
}

/** Whether there is an entity, or a relation that names it. */
function isKnown(view: View, number: number): boolean {
  return (
    isEntity(view, number) ||
    [view.out, view.in, view.callees, view.callers].some((rows) => degree(rows, number) > 0)
  )
}

/** The number of what a ref means, by itself or as an alias; undefined where there is nothing of it. */
export function lookUp(view: View, ref: Ref): number | undefined {
  const own = numberOfRef(view, ref)
  if (own !== undefined && isEntity(view, own)) return own
  const claimed = own === undefined ? undefined : claimant(view, own)
  if (claimed !== undefined) return claimed
  if (own !== undefined && isKnown(view, own)) return own
  return lookUpPart(view, ref)
}

/** Of an operation or a version: what it is at the Api that its own Api's ref is an alias of. */
function lookUpPart(view: View, ref: Ref): number | undefined {
  const sign = ref.search(/[#@]/)
  if (sign < 0) return undefined
  const base = ref.slice(0, sign) as Ref
  const number = lookUp(view, base)
  if (number === undefined) return undefined
  const main = refOf(view, number)
  return main === base ? undefined : lookUp(view, `${main}${ref.slice(sign)}` as Ref)
}

function claimant({ columns, texts }: View, number: number): number | undefined {
  return texts.lists.listOf(columns.claims[number] as number)[0]
}
