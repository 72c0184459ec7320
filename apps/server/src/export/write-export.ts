import type { GraphStore, Revision } from '@alidade/graph'
import { exportVersion } from '@alidade/importers'
import { InvalidInput, type Ref, type RelationKey, relationId } from '@alidade/model'
import { entityLine, relationLine, sourceLine } from './lines.ts'

/** How many bodies are held at once. */
const batch = 1_000

/**
 * The whole graph as the document of `alidade export --format json`, in pieces of text: sources by id, entities by ref,
 * relations by from, type and to, one to a line. The same graph gives the same text. Refs and keys are held, bodies only a
 * thousand at a time.
 * @throws InvalidInput `graph-changed` when something is committed meanwhile: what was written so far is no export
 */
export async function* writeExport(store: GraphStore): AsyncGenerator<string> {
  const revision = await store.revision()
  const sources = await store.sources()
  const { refs, keys } = await namesOf(store)
  await checkUnchanged(store, revision)
  yield `{"version":${exportVersion},\n"sources":[`
  yield* list([sources.map(sourceLine)])
  yield '],\n"entities":['
  yield* list(bodies(store, revision, refs, (some) => store.entities(some), entityLine))
  yield '],\n"relations":['
  yield* list(bodies(store, revision, keys, (some) => store.relations(some), relationLine))
  yield ']}\n'
}

async function namesOf(store: GraphStore): Promise<{ refs: Ref[]; keys: RelationKey[] }> {
  const refs: Ref[] = []
  const relations = new Map<string, RelationKey>()
  for await (const chunk of store.scan()) {
    if ('entities' in chunk) for (const { ref } of chunk.entities) refs.push(ref)
    else
      for (const { from, type, to } of chunk.relations) {
        relations.set(relationId({ from, type, to }), { from, type, to })
      }
  }
  const inOrder = [...relations].sort(([a], [b]) => (a < b ? -1 : 1))
  return { refs: refs.sort(), keys: inOrder.map(([, key]) => key) }
}

async function* bodies<Key, Body>(
  store: GraphStore,
  revision: Revision,
  keys: readonly Key[],
  ask: (keys: readonly Key[]) => Promise<readonly (Body | undefined)[]>,
  line: (body: Body) => string,
): AsyncGenerator<readonly string[]> {
  for (let start = 0; start < keys.length; start += batch) {
    const found = await ask(keys.slice(start, start + batch))
    await checkUnchanged(store, revision)
    yield found.flatMap((body) => (body === undefined ? [] : [line(body)]))
  }
}

async function checkUnchanged(store: GraphStore, revision: Revision): Promise<void> {
  const now = await store.revision()
  if (now === revision) return
  throw new InvalidInput(
    'graph-changed',
    `the graph changed while it was exported (revision ${revision}, now ${now}): export it again`,
  )
}

/** The elements of one JSON list, each on a line of its own. */
async function* list(
  chunks: Iterable<readonly string[]> | AsyncIterable<readonly string[]>,
): AsyncGenerator<string> {
  let separator = '\n'
  for await (const lines of chunks) {
    if (lines.length === 0) continue
    yield separator + lines.join(',\n')
    separator = ',\n'
  }
  if (separator !== '\n') yield '\n'
}
