import { relationId } from '@alidade/model'
import type { GraphStore } from '../graph-store.ts'
import { relationKeys } from './make-commit.ts'
import { files, keys, refs, sourceIds } from './random-facts.ts'
import { contents, streams } from './random-steps.ts'
import { collect } from './sample-facts.ts'

const nowhere = 'service:default/nobody' as (typeof refs)[number]
const asked = [...refs, nowhere, ...refs.slice(0, 1)]
const readingKeys = sourceIds.flatMap((source) => files.map((file) => ({ source, file })))
const hashes = [...contents.map(({ hash }) => hash), 'b'.repeat(64)]

/** What a store answers to every question about the things that a random history can do something to. */
export async function everyAnswer(store: GraphStore): Promise<Readonly<Record<string, unknown>>> {
  const questions: Record<string, () => Promise<unknown>> = {
    revision: () => store.revision(),
    entities: () => store.entities(asked),
    relations: () => store.relations(relationKeys),
    'relations out of each': () => store.relationsOf(asked, { direction: 'out', limit: 100 }),
    'relations into each': () => store.relationsOf(asked, { direction: 'in', limit: 100 }),
    'two of some types': () =>
      store.relationsOf(asked, { direction: 'out', types: ['RELATES_TO', 'OWNS'], limit: 2 }),
    'only how many': () => store.relationsOf(asked, { direction: 'in', types: ['DEPENDS_ON'], limit: 0 }),
    sources: () => store.sources(),
    'reading heads': () => store.readingHeads(),
    'reading heads of two': () => store.readingHeads(sourceIds.slice(1)),
    readings: () => store.readings(readingKeys),
    'statements by a key': () => store.statementsByKey(keys.slice(0, 1)),
    'statements by keys': () => store.statementsByKey([...keys.slice(1), 'nothing has this']),
    'all statements': async () => (await collect(store.scanStatements())).flat(),
    'the whole graph': () => wholeGraph(store),
    contents: () => store.contents(hashes),
    'all that is kept': () => dumped(store),
    ...Object.fromEntries(
      [0, 1, 2, 5].flatMap((since) => [
        [`changes since ${since}`, () => store.changes({ since, limit: 1_000 })],
        [`a few changes since ${since}`, () => store.changes({ since, limit: 3 })],
        [`changes of one since ${since}`, () => store.changes({ since, limit: 2, refs: refs.slice(0, 1) })],
        [`changes of two since ${since}`, () => store.changes({ since, limit: 4, refs: refs.slice(3, 5) })],
      ]),
    ),
    ...Object.fromEntries(
      streams.flatMap((stream) => [
        [`records of ${stream}`, () => store.records({ stream, after: 0, limit: 100 })],
        [`a record of ${stream}`, () => store.records({ stream, after: 2, limit: 1 })],
      ]),
    ),
  }
  const answers = await Promise.all(
    Object.entries(questions).map(async ([name, ask]) => [name, await ask().catch(refusal)] as const),
  )
  return Object.fromEntries(answers)
}

/** By kind, since chunks may be cut anywhere. */
async function dumped(store: GraphStore): Promise<unknown> {
  const chunks = await collect(store.dump())
  const kinds = [...new Set(chunks.map(({ of }) => of))]
  return Object.fromEntries(
    kinds
      .map(
        (kind) =>
          [kind, chunks.filter(({ of }) => of === kind).flatMap(({ rows }) => rows as unknown[])] as const,
      )
      .filter(([, rows]) => rows.length > 0),
  )
}

/** In an order of our own, since a scan has none. */
async function wholeGraph(store: GraphStore): Promise<unknown> {
  const chunks = await collect(store.scan())
  return {
    entities: chunks
      .flatMap((chunk) => ('entities' in chunk ? chunk.entities : []))
      .sort((a, b) => (a.ref < b.ref ? -1 : 1)),
    relations: chunks
      .flatMap((chunk) => ('relations' in chunk ? chunk.relations : []))
      .sort((a, b) => (relationId(a) < relationId(b) ? -1 : 1)),
  }
}

/** That it was refused, and by which code: the words are the store's own. */
function refusal(error: unknown): { readonly refused: unknown } {
  return { refused: error instanceof Error && 'code' in error ? error.code : String(error) }
}
