import { randomUUID } from 'node:crypto'
import type { Commit, Content, GraphStore, KeyedReading, Revision } from '@alidade/graph'
import type { Delta, Json, ReadingKey, Source } from '@alidade/model'
import { inCommits } from '@alidade/resolution'
import type { Held } from './lease.ts'

/** At most so many statements go into one commit, unless one reading alone has more. */
const mostStatements = 5_000
/** And so many characters of contents, unless one alone has more. */
const mostText = 4_000_000

export interface PlannedWork {
  readonly put: readonly KeyedReading[]
  readonly remove: readonly ReadingKey[]
  readonly delta: Delta
  /** Texts that the readings name by their hash. */
  readonly contents?: readonly Content[]
  /** As they are once the work is done. */
  readonly sources: readonly Source[]
  readonly sourcesGone: readonly string[]
  /** Written in the first commit, e.g. the ruling that the work follows from. */
  readonly records?: readonly { readonly stream: string; readonly value: Json }[]
}

export interface Progress {
  readonly commits: number
  readonly of: number
}

export interface Writer {
  readonly actor: string
  /** A UTC instant. */
  readonly now: string
  readonly held: Held
  /** What the work was planned for: nothing is written on another revision. */
  readonly plannedFor: Revision
  readonly signal?: AbortSignal
}

/**
 * Writes planned work in commits that each leave a valid graph: the readings first, with their sources marked
 * unfinished, then the facts, and at last the sources as finished. What is broken off is completed by the next import,
 * which looks at everything again where it finds a source unfinished.
 * @returns the revision that it led to
 */
export async function applyPlan(
  store: GraphStore,
  work: PlannedWork,
  by: Writer,
  onProgress?: (progress: Progress) => void,
): Promise<Revision> {
  const steps = stepsOf(work)
  let revision = by.plannedFor
  await by.held.renew()
  for (const [done, step] of steps.entries()) {
    by.held.lost.throwIfAborted()
    by.signal?.throwIfAborted()
    revision = await store.commit({
      id: randomUUID(),
      actor: by.actor,
      at: by.now,
      lease: by.held.lease,
      expectedRevision: revision,
      ...step,
    })
    onProgress?.({ commits: done + 1, of: steps.length })
  }
  return revision
}

type Step = Pick<Commit, 'delta' | 'readings' | 'sources' | 'contents' | 'records'>

function stepsOf(work: PlannedWork): Step[] {
  const { put, remove, delta, sources, sourcesGone, contents = [], records = [] } = work
  const unfinished = sources.map((source) => ({ ...source, unfinished: true }))
  const readings = inChunks(put, ({ statements }) => statements.length, mostStatements).map((chunk) => ({
    readings: { put: chunk },
  }))
  const texts = inChunks(contents, ({ text }) => text.length, mostText).map((chunk) => ({ contents: chunk }))
  const facts = inCommits(delta).map((part) => ({ delta: part }))
  const whole: Step = { readings: { remove }, sources: { put: sources, remove: sourcesGone }, records }
  // What fits into one commit needs no mark: it is there as a whole or not at all.
  if (readings.length <= 1 && texts.length <= 1 && facts.length <= 1) {
    return [{ ...whole, ...texts[0], ...facts[0], readings: { ...readings[0]?.readings, remove } }]
  }
  return [
    { sources: { put: unfinished }, records },
    ...texts,
    ...readings,
    { readings: { remove } },
    ...facts,
    { sources: { put: sources, remove: sourcesGone } },
  ]
}

function inChunks<Item>(items: readonly Item[], sizeOf: (item: Item) => number, most: number): Item[][] {
  const chunks: Item[][] = []
  let size = Number.POSITIVE_INFINITY
  for (const item of items) {
    if (size + sizeOf(item) > most) {
      chunks.push([])
      size = 0
    }
    chunks.at(-1)?.push(item)
    size += sizeOf(item)
  }
  return chunks
}
