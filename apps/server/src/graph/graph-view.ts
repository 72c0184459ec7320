import type { View } from '@alidade/analysis'
import type { GraphStore } from '@alidade/graph'
import type { Problem, ReadingHead, Source } from '@alidade/model'
import type { Eventual } from './when-known.ts'

/** The graph at one revision. A request takes one at its start; everything in its answer is of it. */
export interface GraphView {
  readonly revision: number
  /** Answers every question about many things. */
  readonly snapshot: View
  /** Bodies, evidence and the log, by key. */
  readonly store: GraphStore
  /** By id. Read once for the view, however many ask. */
  sources(): Eventual<ReadonlyMap<string, Source>>
  /** What its files said of themselves. Read once for the view, however many ask. */
  readings(): Eventual<Readings>
}

interface Readings {
  /** By source, file, line. */
  readonly problems: readonly (Problem & { readonly source: string })[]
  /** Whether the file can no longer be read, so that it keeps what it said before. */
  isStale(source: string, file: string): boolean
}

export function createView(store: GraphStore, snapshot: View): GraphView {
  return {
    revision: snapshot.revision,
    snapshot,
    store,
    sources: once(async () => new Map((await store.sources()).map((source) => [source.id, source]))),
    readings: once(async () => readingsOf(await store.readingHeads())),
  }
}

function readingsOf(heads: readonly ReadingHead[]): Readings {
  const stale = new Set(heads.filter(({ stale }) => stale).map(({ source, file }) => `${source}\n${file}`))
  return {
    problems: heads
      .flatMap(({ source, problems }) => problems.map((problem) => ({ ...problem, source })))
      .sort((a, b) => inOrder(a.source, b.source) || inOrder(a.file, b.file) || a.line - b.line),
    isStale: (source, file) => stale.has(`${source}\n${file}`),
  }
}

function inOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Asks when first wanted, and keeps the answer; after a failure the next one asks again. */
function once<Answer extends object>(ask: () => Promise<Answer>): () => Eventual<Answer> {
  let answer: Eventual<Answer> | undefined
  return () => {
    answer ??= ask().then(
      (given) => {
        answer = given
        return given
      },
      (error: unknown) => {
        answer = undefined
        throw error
      },
    )
    return answer
  }
}
