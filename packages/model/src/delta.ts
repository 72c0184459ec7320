import type { Entity } from './entity.ts'
import type { Evidence } from './evidence.ts'
import { canonicalJson } from './json.ts'
import type { Relation } from './relation.ts'

/** A fact before and after; without `before` it is new, without `after` it goes. At least one is there. */
export interface Change<Fact> {
  readonly before?: Fact
  readonly after?: Fact
}

/** What an import plans, a commit applies, the log keeps, undo inverts and a pending world shows. */
export interface Delta {
  readonly entities: readonly Change<Entity>[]
  readonly relations: readonly Change<Relation>[]
}

export const emptyDelta: Delta = { entities: [], relations: [] }

/** The delta that takes back `delta`. */
export function invert({ entities, relations }: Delta): Delta {
  return { entities: entities.map(turn), relations: relations.map(turn) }
}

function turn<Fact>({ before, after }: Change<Fact>): Change<Fact> {
  return {
    ...(after === undefined ? {} : { before: after }),
    ...(before === undefined ? {} : { after: before }),
  }
}

/** Whether the graph says something else after it: a line, a count or a time that moved is none of its facts. */
export function changesFact(change: Change<Entity> | Change<Relation>): boolean {
  if (!change.before || !change.after) return change.before !== change.after
  return canonicalJson(fact(change.before)) !== canonicalJson(fact(change.after))
}

/** Whether anything differs, down to a line that moved: whether there is something to store. */
export function changesAnything(change: Change<Entity> | Change<Relation>): boolean {
  if (!change.before || !change.after) return change.before !== change.after
  return canonicalJson(change.before) !== canonicalJson(change.after)
}

function fact(it: Entity | Relation): unknown {
  if ('evidence' in it) return { ...it, evidence: it.evidence.map(unmoved) }
  return {
    ...it,
    mentions: it.mentions.map(unmoved),
    statements: it.statements.map((statement) => ({
      ...statement,
      evidence: statement.evidence.map(unmoved),
    })),
  }
}

function unmoved({ line, count, lastSeen, firstSeen, ...fact }: Evidence) {
  return fact
}
