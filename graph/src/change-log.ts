import { type Change, changesFact, type Delta, type Entity, type Ref, type Relation } from '@alidade/model'
import type { ChangePage, LoggedCommit, Revision } from './graph-store.ts'
import { pack, unpack } from './pieces.ts'

const daysKept = 180
const changesInPiece = 200

/** A part of what one commit logs, with the refs that it is found by: of entities, and of both ends of relations. */
export interface LogPiece {
  readonly refs: readonly Ref[]
  readonly body: Buffer
}

/** What a commit leaves in the log: what changed a fact, in pieces, so that one ref's history reads little else. */
export function logPieces(delta: Delta): readonly LogPiece[] {
  const entities = delta.entities.filter(logged)
  const relations = delta.relations.filter(logged)
  return [
    ...inPieces(entities).map((piece) => logPiece({ entities: piece, relations: [] })),
    ...inPieces(relations).map((piece) => logPiece({ entities: [], relations: piece })),
  ]
}

/** What is new or gone needs no comparing. */
function logged(change: Change<Entity> | Change<Relation>): boolean {
  return change.before === undefined || change.after === undefined || changesFact(change)
}

function logPiece(delta: Delta): LogPiece {
  return { refs: [...new Set(refsOf(delta))], body: pack(JSON.stringify(delta)) }
}

function inPieces<Item>(items: readonly Item[]): Item[][] {
  const count = Math.ceil(items.length / changesInPiece)
  return Array.from({ length: count }, (_, n) => items.slice(n * changesInPiece, (n + 1) * changesInPiece))
}

function refsOf({ entities, relations }: Delta): Ref[] {
  return [...entities.map(entityRef), ...relations.flatMap(ends)]
}

function entityRef({ before, after }: Change<Entity>): Ref {
  return changed(before, after).ref
}

function ends({ before, after }: Change<Relation>): [Ref, Ref] {
  const { from, to } = changed(before, after)
  return [from, to]
}

function changed<Fact>(before: Fact | undefined, after: Fact | undefined): Fact {
  const fact = after ?? before
  if (fact === undefined) throw new Error('a change has neither a before nor an after')
  return fact
}

/** What a stored piece says, as far as it is about the refs; all of it without them. */
export function readPiece(body: Uint8Array, refs?: ReadonlySet<Ref>): Delta {
  const delta = JSON.parse(unpack(body)) as Delta
  if (!refs) return delta
  return {
    entities: delta.entities.filter((change) => refs.has(entityRef(change))),
    relations: delta.relations.filter((change) => ends(change).some((end) => refs.has(end))),
  }
}

/** What the pieces of one commit say together. */
export function joinLogPieces(bodies: Iterable<Uint8Array>): Delta {
  const deltas = Array.from(bodies, (body) => readPiece(body))
  return {
    entities: deltas.flatMap(({ entities }) => entities),
    relations: deltas.flatMap(({ relations }) => relations),
  }
}

/**
 * A page of the log: whole commits, until there are `limit` changes.
 * @param pieces by revision, then as they were written; those that say nothing are passed over
 * @param now the revision that the store is at
 */
export function changePage(
  pieces: Iterable<LoggedCommit>,
  { since, limit, now }: { since: Revision; limit: number; now: Revision },
): ChangePage {
  const commits: LoggedCommit[] = []
  let changes = 0
  for (const piece of pieces) {
    const { entities, relations } = piece.delta
    const count = entities.length + relations.length
    if (count === 0) continue
    const last = commits.at(-1)
    if (last?.revision === piece.revision) {
      const delta = {
        entities: [...last.delta.entities, ...entities],
        relations: [...last.delta.relations, ...relations],
      }
      commits[commits.length - 1] = { ...last, delta }
    } else if (last && changes >= limit) {
      return { commits, until: last.revision, more: true }
    } else {
      commits.push(piece)
    }
    changes += count
  }
  return { commits, until: Math.max(since, now), more: false }
}

/** Commits from before this instant leave the log with a commit that is at `at`, in milliseconds. */
export function keptSince(at: string): number {
  return Date.parse(at) - daysKept * 24 * 60 * 60 * 1000
}
