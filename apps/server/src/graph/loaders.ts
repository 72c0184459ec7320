import type { LoggedCommit } from '@alidade/graph'
import { type Entity, type Ref, type Relation, type RelationKey, relationId } from '@alidade/model'
import DataLoader from 'dataloader'
import type { GraphView } from './graph-view.ts'
import { historiesOf } from './history.ts'

/** As many as the store takes at once. */
const mostAtOnce = 10_000
/** Pages of the log are read as a whole, so one question asks for fewer of them. */
const mostHistories = 1_000

/** One store call for each level of a query, however many rows the level has. */
export interface Loaders {
  /** What the store says of an entity; undefined when it has gone since the view. */
  body(view: GraphView, ref: Ref): Promise<Entity | undefined>
  relation(view: GraphView, key: RelationKey): Promise<Relation | undefined>
  /** The commits that changed an entity or a relation at it, oldest first. */
  history(view: GraphView, ref: Ref): Promise<readonly LoggedCommit[]>
}

interface Keyed<Key> {
  readonly view: GraphView
  readonly key: Key
}

export function createLoaders(): Loaders {
  const ids = new Map<GraphView, number>()
  const viewId = (view: GraphView): number => {
    const id = ids.get(view) ?? ids.size
    ids.set(view, id)
    return id
  }
  function loader<Key, Found>(
    text: (key: Key) => string,
    load: (view: GraphView, keys: readonly Key[]) => Promise<readonly Found[]>,
    maxBatchSize = mostAtOnce,
  ): (view: GraphView, key: Key) => Promise<Found> {
    const byKey = new DataLoader<Keyed<Key>, Found, string>((asked) => byView(asked, load), {
      cacheKeyFn: ({ view, key }) => `${viewId(view)}\n${text(key)}`,
      maxBatchSize,
    })
    return (view, key) => byKey.load({ view, key })
  }
  return {
    body: loader<Ref, Entity | undefined>(
      (ref) => ref,
      (view, refs) => view.store.entities(refs),
    ),
    relation: loader<RelationKey, Relation | undefined>(relationId, (view, keys) =>
      view.store.relations(keys),
    ),
    history: loader<Ref, readonly LoggedCommit[]>((ref) => ref, historiesOf, mostHistories),
  }
}

/** Asks once for each view among the keys; as a rule there is one. */
async function byView<Key, Found>(
  asked: readonly Keyed<Key>[],
  load: (view: GraphView, keys: readonly Key[]) => Promise<readonly Found[]>,
): Promise<Found[]> {
  const places = new Map<GraphView, number[]>()
  for (const [place, { view }] of asked.entries()) places.set(view, [...(places.get(view) ?? []), place])
  const found: Found[] = []
  for (const [view, at] of places) {
    const keys = at.flatMap((place) => asked[place]?.key ?? [])
    for (const [n, answer] of (await load(view, keys)).entries()) found[at[n] ?? -1] = answer
  }
  return found
}
