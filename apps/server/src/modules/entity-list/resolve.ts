import { list, type Order, resolveRef, type Where } from '@alidade/analysis'
import { InvalidInput, type Kind, parseRef, type Ref } from '@alidade/model'
import { z } from 'zod'
import type { Context } from '../../context.ts'
import { entityNode } from '../../graph/entity-node.ts'
import type { GraphView } from '../../graph/graph-view.ts'
import { cursorsOf } from '../../schema/cursor.ts'
import { checkFirst, type PageArguments, page } from '../../schema/page.ts'
import type { EntityPageModel } from './entity-page.ts'
import type { EntityOrderInput, EntityWhereInput, KeyValuesInput } from './where.ts'

interface ListArguments extends PageArguments {
  readonly kinds?: readonly Kind[] | null | undefined
  readonly where?: EntityWhereInput | null | undefined
  readonly text?: string | null | undefined
  readonly orderBy?: EntityOrderInput | null | undefined
  readonly offset?: number | null | undefined
}

const place = z.object({
  value: z.union([z.string(), z.number(), z.null()]),
  ref: z.string().transform((text): Ref => parseRef(text)),
})

export const listEntities =
  (kind?: Kind) =>
  (
    _: unknown,
    { kinds, where, text, orderBy, first, after, offset }: ListArguments,
    { view }: Context,
  ): EntityPageModel => {
    const asked = whereOf(view, kinds, where)
    // Under `and` it counts for every facet: a list of services has no other kinds on offer.
    const query = {
      where: kind ? { ...asked, and: [...(asked.and ?? []), { kinds: [kind] }] } : asked,
      ...(text != null && { text }),
    }
    const order: Order | undefined = orderBy
      ? { by: orderBy.by, descending: orderBy.descending ?? false }
      : undefined
    const cursors = cursorsOf({ list: query, order: order ?? null })
    const found = list(view.snapshot, {
      ...query,
      ...(order && { orderBy: order }),
      ...(after != null && { after: cursors.read(after, place) }),
      ...(offset != null && { offset: checkOffset(offset) }),
      first: checkFirst(first),
    })
    const { items, ...rest } = page(
      found.items.map(({ ref, position }) => ({ cursor: () => cursors.write(position), item: ref })),
      { total: found.total, hasPrevious: found.before > 0, hasNext: found.after > 0 },
    )
    const edges = items.map(({ cursor, item }) => ({ cursor, node: entityNode(view, item) }))
    return { view, query, ...rest, edges }
  }

/** Kinds go to the top level, where a facet leaves them out of its own counts, unless the filter has its own there. */
function whereOf(
  view: GraphView,
  kinds: readonly Kind[] | null | undefined,
  where: EntityWhereInput | null | undefined,
): Where {
  const read = where ? readWhere(view, where) : {}
  if (!kinds) return read
  return read.kinds ? { ...read, and: [...(read.and ?? []), { kinds }] } : { ...read, kinds }
}

/** @throws InvalidInput `offset-out-of-bounds` */
function checkOffset(offset: number): number {
  if (offset >= 0) return offset
  throw new InvalidInput('offset-out-of-bounds', `offset is ${offset}: it is how many to pass over, from 0`)
}

/** The same filter, with every ref as the graph has it: an alias means what it stands for. */
function readWhere(view: GraphView, where: EntityWhereInput): Where {
  const ref = (written: string): Ref => {
    const parsed = parseRef(written)
    return resolveRef(view.snapshot, parsed) ?? parsed
  }
  const refOrNone = (written: string | null | undefined) => (written == null ? null : ref(written))
  const {
    and,
    or,
    not,
    refs,
    owners,
    systems,
    domains,
    lifecycles,
    types,
    labels,
    annotations,
    confidences,
    ...rest
  } = where
  return {
    ...given(rest),
    ...(and && { and: and.map((inner) => readWhere(view, inner)) }),
    ...(or && { or: or.map((inner) => readWhere(view, inner)) }),
    ...(not && { not: readWhere(view, not) }),
    ...(refs && { refs: refs.map(ref) }),
    ...(owners && { owners: owners.map(refOrNone) }),
    ...(systems && { systems: systems.map(refOrNone) }),
    ...(domains && { domains: domains.map(refOrNone) }),
    ...(lifecycles && { lifecycles: lifecycles.map((it) => it ?? null) }),
    ...(types && { types: types.map((it) => it ?? null) }),
    ...(confidences && { confidences: confidences.map((it) => it ?? null) }),
    ...(labels && { labels: labels.map(keyValues) }),
    ...(annotations && { annotations: annotations.map(keyValues) }),
  }
}

type Given<Input> = { [Key in keyof Input]: Exclude<Input[Key], null | undefined> }

/** Without what is null: that is the same as not to give it. */
function given<Input extends object>(input: Input): Given<Input> {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value != null)) as Given<Input>
}

function keyValues({ key, values }: KeyValuesInput): { key: string; values?: readonly string[] } {
  return values ? { key, values } : { key }
}
