import type { LoggedCommit } from '@alidade/graph'
import {
  type Change,
  canonicalJson,
  type Entity,
  type Json,
  type Kind,
  type Ref,
  type Relation,
  type RelationType,
  refParts,
} from '@alidade/model'
import { entityAt } from '../../graph/entity-node.ts'
import type { GraphView } from '../../graph/graph-view.ts'
import { enumName } from '../../schema/enums.ts'
import type { LoggedChangeModel } from './change.ts'

/** The changes of a commit, entities first, each in one line. */
export function describeCommit(
  view: GraphView,
  { revision, at, actor, delta }: LoggedCommit,
): LoggedChangeModel[] {
  const when = { revision, at, actor }
  return [
    ...delta.entities.map((change) => ({ ...when, ...describeEntity(view, change) })),
    ...delta.relations.map((change) => ({ ...when, ...describeRelation(view, change) })),
  ]
}

type Described = Omit<LoggedChangeModel, 'revision' | 'at' | 'actor'>

function describeEntity(view: GraphView, { before, after }: Change<Entity>): Described {
  const { ref, kind, name } = after ?? before ?? nothing()
  const said = `${wordOf(kind)} ${name}`
  return {
    kind: kindOfChange(before, after),
    text:
      before && after
        ? `${said} changed: ${differences(before, after).join(', ')}`
        : `${said} ${after ? (after.unresolved ? 'is named, and nothing describes it' : 'is new') : 'is gone'}`,
    entity: entityAt(view, ref),
    ref,
    ...(before && { before: shownEntity(before) }),
    ...(after && { after: shownEntity(after) }),
  }
}

function describeRelation(view: GraphView, { before, after }: Change<Relation>): Described {
  const { from, type, to } = after ?? before ?? nothing()
  const verb = verbs[type]
  const name = (ref: Ref) => {
    return entityAt(view, ref)?.summary.name ?? refParts(ref).name
  }
  const sentence = `${name(from)} ${after ? verb : `no longer ${verb}`} ${name(to)}`
  return {
    kind: kindOfChange(before, after),
    text: before && after ? `${sentence}: what says so changed` : sentence,
    from,
    type,
    to,
    ...(before && { before: shownRelation(before) }),
    ...(after && { after: shownRelation(after) }),
  }
}

const verbs: Record<RelationType, string> = {
  OWNS: 'owns',
  MEMBER_OF: 'is a member of',
  PART_OF: 'is part of',
  PROVIDES: 'provides',
  CONSUMES: 'consumes',
  DEPENDS_ON: 'depends on',
  HAS_OPERATION: 'has',
  HAS_VERSION: 'has',
  USES: 'uses',
  PROPOSES: 'proposes to change',
  GOVERNS: 'governs',
  SUPERSEDES: 'supersedes',
  PARTICIPATES_IN: 'takes part in',
  RELATES_TO: 'relates to',
}

function kindOfChange(before: unknown, after: unknown): LoggedChangeModel['kind'] {
  if (before === undefined) return 'added'
  return after === undefined ? 'removed' : 'changed'
}

function wordOf(kind: Kind): string {
  return enumName(kind).toLowerCase().replaceAll('_', ' ')
}

/** What differs, in words; where only the places do, that. */
function differences(before: Entity, after: Entity): string[] {
  const parts = [
    ...(before.name === after.name ? [] : ['name']),
    ...(before.unresolved === after.unresolved
      ? []
      : [after.unresolved ? 'nothing describes it any more' : 'described now']),
    ...differingKeys(before.properties, after.properties),
    ...differingKeys(before.labels, after.labels).map((key) => `label ${key}`),
    ...differingKeys(before.annotations, after.annotations).map((key) => `annotation ${key}`),
    ...(canonicalJson(before.aliases) === canonicalJson(after.aliases) ? [] : ['aliases']),
    ...(canonicalJson(before.candidates) === canonicalJson(after.candidates) ? [] : ['what it may be']),
  ]
  return parts.length > 0 ? parts : ['who says so']
}

function differingKeys(
  before: Readonly<Record<string, Json>>,
  after: Readonly<Record<string, Json>>,
): string[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
  return keys.filter((key) => canonicalJson(before[key]) !== canonicalJson(after[key]))
}

function shownEntity({ name, unresolved, properties, labels, annotations, aliases }: Entity): Json {
  return { name, unresolved, properties, labels, annotations, aliases: aliases.map(({ ref }) => ref) }
}

function shownRelation({ properties, evidence }: Relation): Json {
  const places = evidence.map(({ source, confidence, file, line }) => ({ source, confidence, file, line }))
  return { properties, evidence: places }
}

function nothing(): never {
  throw new Error('the log has a change with neither a before nor an after')
}
