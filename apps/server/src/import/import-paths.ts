import type { GraphStore } from '@alidade/graph'
import type { Repository } from '@alidade/importers'
import type { Delta, Reading, ReadingKey } from '@alidade/model'
import { applyPlan, type PlannedWork, type Progress } from './apply-plan.ts'
import { inBatches } from './batches.ts'
import { carryOver } from './carry-over.ts'
import type { FoundChanges } from './found-changes.ts'
import { type Held, holdingLease } from './lease.ts'
import { type Intent, planImport } from './plan-import.ts'
import { readPaths } from './read-paths.ts'
import { type ImportReport, reportOf } from './report.ts'
import { standingRulings } from './rulings.ts'
import { sampleToLeave } from './sample.ts'
import { sourcesAfter } from './sources-after.ts'
import { readingId, withKeys } from './statements.ts'
import { touchedKeys } from './touched.ts'

export interface ImportRequest {
  /** Files or folders, absolute. What lies under them is replaced by what is found there, nothing else. */
  readonly paths: readonly string[]
  /** The repository's name, where its origin gives none. */
  readonly name?: string
  /** Takes each path for the root of this repository, whatever it is a checkout of. */
  readonly repository?: Repository
  /** Who asks for it, as the log shows it. */
  readonly actor: string
  /** Stops after the plan. */
  readonly dryRun?: boolean
  readonly now?: () => Date
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: ImportProgress) => void
}

export type ImportProgress =
  /** How many files were looked at, and how many of them had to be read. */
  | { readonly stage: 'read'; readonly files: number; readonly read: number }
  | { readonly stage: 'plan' }
  | ({ readonly stage: 'apply' } & Progress)

/**
 * Reads what is new or changed under the paths, computes what that changes in the graph, and applies it. Doing it twice
 * changes nothing; what is broken off is completed by doing it again.
 * @throws InvalidInput `import-running`, or what stops it as a whole (a damaged export, a full disk); what is wrong in a
 *   file is a problem in the report, and the rest goes on
 */
export async function importPaths(store: GraphStore, request: ImportRequest): Promise<ImportReport> {
  return holdingLease(store, (held) => importHolding(store, request, held))
}

async function importHolding(store: GraphStore, request: ImportRequest, held: Held): Promise<ImportReport> {
  const started = performance.now()
  const now = (request.now?.() ?? new Date()).toISOString()
  const plannedFor = await store.revision()
  const found = await readPaths(store, request, now)
  request.onProgress?.({ stage: 'plan' })
  const { work, sampleRemoved } = await planWork(store, found, now)
  const report = (revision: number) =>
    reportOf(found, work.delta, {
      dryRun: request.dryRun ?? false,
      revision,
      sampleRemoved,
      milliseconds: Math.round(performance.now() - started),
    })
  if (request.dryRun || isNothing(work)) return report(plannedFor)
  const revision = await applyPlan(
    store,
    work,
    { actor: request.actor, now, held, plannedFor, ...(request.signal && { signal: request.signal }) },
    (progress) => request.onProgress?.({ stage: 'apply', ...progress }),
  )
  return report(revision)
}

async function planWork(
  store: GraphStore,
  found: FoundChanges,
  now: string,
): Promise<{ work: PlannedWork; sampleRemoved: readonly string[] }> {
  const stored = await store.sources()
  const sample = sampleToLeave(stored, found.sources)
  const sampleReadings = sample.length > 0 ? await store.readingHeads(sample.map(({ id }) => id)) : []
  const remove = [...found.gone, ...sampleReadings].map(({ source, file }): ReadingKey => ({ source, file }))
  const former = await formerReadings(store, [...found.changed, ...remove])
  const put = found.changed.map((reading) =>
    withKeys(carryOver(reading, former.get(readingId(reading)), now)),
  )
  const intent: Intent = {
    put,
    remove,
    touched: touchedKeys([...former.values()], put),
    rules: { trust: [], rulings: await standingRulings(store) },
    everything: stored.some(({ unfinished }) => unfinished),
  }
  const delta: Delta = await planImport(store, intent)
  const sources = await sourcesAfter(store, stored, found, sample)
  return {
    work: { put, remove, delta, contents: found.contents, ...sources },
    sampleRemoved: sample.map(({ id }) => id),
  }
}

async function formerReadings(store: GraphStore, keys: readonly ReadingKey[]): Promise<Map<string, Reading>> {
  const asked = keys.map(({ source, file }) => ({ source, file }))
  const readings = await inBatches(asked, 1_000, (batch) => store.readings(batch))
  return new Map(readings.flatMap((reading) => (reading ? [[readingId(reading), reading] as const] : [])))
}

/** Doing the same again leaves the store at the revision that it is at. */
function isNothing({ put, remove, delta, sources, sourcesGone }: PlannedWork): boolean {
  return [put, remove, delta.entities, delta.relations, sources, sourcesGone].every(
    ({ length }) => length === 0,
  )
}
