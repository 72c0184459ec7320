import { changesFact, type Delta, type Problem, type Ref } from '@alidade/model'
import type { FoundChanges } from './found-changes.ts'

/** What an import did, or would do. */
export interface ImportReport {
  readonly dryRun: boolean
  /** The revision that it led to; without a change, the one that was there. */
  readonly revision: number
  readonly sources: readonly SourceReport[]
  readonly entities: Counts
  readonly relations: Counts
  /** Of all that was looked at, what did not change included. */
  readonly problems: readonly (Problem & { readonly source: string })[]
  /** Sources that left because the first real import replaces the sample organisation. */
  readonly sampleRemoved: readonly string[]
  /** What became unresolved by it. */
  readonly unresolved: readonly Ref[]
  /** Only where nothing was applied: what would be. */
  readonly delta?: Delta
  readonly milliseconds: number
}

export interface SourceReport {
  readonly id: string
  readonly changed: number
  readonly gone: number
  readonly stale: number
}

export interface Counts {
  readonly added: number
  readonly changed: number
  readonly removed: number
}

/** Puts what was found and what follows from it into a report. */
export function reportOf(
  found: FoundChanges,
  delta: Delta,
  of: Pick<ImportReport, 'dryRun' | 'revision' | 'sampleRemoved' | 'milliseconds'>,
): ImportReport {
  const { dryRun, revision, sampleRemoved, milliseconds } = of
  return {
    dryRun,
    revision,
    sources: sourceReports(found),
    entities: count(delta.entities.filter(changesFact)),
    relations: count(delta.relations.filter(changesFact)),
    problems: found.problems,
    sampleRemoved,
    unresolved: delta.entities.flatMap(({ before, after }) =>
      after?.unresolved && !before?.unresolved ? [after.ref] : [],
    ),
    ...(dryRun && { delta }),
    milliseconds,
  }
}

function sourceReports({ sources, changed, gone }: FoundChanges): SourceReport[] {
  const ids = new Set([...sources.map(({ id }) => id), ...gone.map(({ source }) => source)])
  const of = (id: string) => (it: { readonly source: string }) => it.source === id
  return [...ids].sort().map((id) => ({
    id,
    changed: changed.filter(of(id)).length,
    gone: gone.filter(of(id)).length,
    stale: changed.filter(of(id)).filter(({ stale }) => stale).length,
  }))
}

function count(changes: readonly { readonly before?: unknown; readonly after?: unknown }[]): Counts {
  const added = changes.filter(({ before }) => before === undefined).length
  const removed = changes.filter(({ after }) => after === undefined).length
  return { added, changed: changes.length - added - removed, removed }
}
