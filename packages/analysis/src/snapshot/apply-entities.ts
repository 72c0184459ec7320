import { type Naming, namingsOf } from '../names/name-index.ts'
import type { Changes } from './changes.ts'
import { type Columns, exists, writeEntity, writeRef } from './columns.ts'
import type { TextOrder } from './text-order.ts'
import type { Texts } from './texts.ts'

export interface AppliedEntities {
  /** How many more there are. */
  readonly added: number
  /** What those were called before whose names may have changed. */
  readonly renamed: ReadonlyMap<number, readonly Naming[]>
  /** Those that are of another kind than before. */
  readonly otherKind: readonly number[]
}

/** Writes what is said of the entities themselves into columns that are ours to change. All refs have numbers already. */
export function applyEntities(
  columns: Columns,
  texts: Texts,
  order: TextOrder,
  { entities }: Changes,
): AppliedEntities {
  const renamed = new Map<number, readonly Naming[]>()
  const otherKind: number[] = []
  let added = 0
  for (const [ref, head] of entities) {
    const number = texts.refs.add(ref)
    const kind = columns.kind[number]
    const aliases = columns.aliases[number] as number
    const before = namingsOf(columns, texts, number)
    added -= (columns.state[number] as number) & exists
    if (head) writeEntity(columns, texts, number, head)
    else writeRef(columns, texts, number)
    added += (columns.state[number] as number) & exists
    if (columns.kind[number] !== kind) otherKind.push(number)
    if (columns.aliases[number] !== aliases) moveClaims(columns, texts, order, number, aliases)
    if (!sameNamings(before, namingsOf(columns, texts, number))) renamed.set(number, before)
  }
  return { added, renamed, otherKind }
}

/** Takes an entity off the claims to the aliases that it had, and puts it to those that it has. */
function moveClaims(
  columns: Columns,
  texts: Texts,
  { rank }: TextOrder,
  number: number,
  before: number,
): void {
  const claim = (alias: number, change: (claims: readonly number[]) => number[]): void => {
    columns.claims[alias] = texts.lists.add(change(texts.lists.listOf(columns.claims[alias] as number)))
  }
  for (const alias of texts.lists.listOf(before)) {
    claim(alias, (claims) => claims.filter((other) => other !== number))
  }
  for (const alias of texts.lists.listOf(columns.aliases[number] as number)) {
    claim(alias, (claims) => [...claims, number].sort((a, b) => (rank[a] as number) - (rank[b] as number)))
  }
}

function sameNamings(a: readonly Naming[], b: readonly Naming[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ phrase, by, text }, at) => b[at]?.phrase === phrase && b[at].by === by && b[at].text === text)
  )
}
