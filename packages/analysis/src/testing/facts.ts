import {
  type Confidence,
  confidenceRank,
  type Entity,
  type Evidence,
  entityHead,
  type Kind,
  kindOfRef,
  parseRef,
  type Ref,
  type Relation,
  type RelationType,
  refParts,
  relationHead,
} from '@alidade/model'
import { buildSnapshot } from '../snapshot/build.ts'
import type { Snapshot } from '../snapshot/view.ts'

/** Facts as a test writes them: refs in short (`service:cart`), what is not said of no interest. */
export interface Graph {
  readonly entities: readonly Entity[]
  readonly relations: readonly Relation[]
}

export const ref = (text: string): Ref => parseRef(text)

export function entity(
  text: string,
  said: Partial<Omit<Entity, 'ref' | 'aliases'>> & {
    readonly aliases?: readonly string[]
    readonly differs?: boolean
  } = {},
): Entity {
  const { aliases = [], differs = false, ...rest } = said
  const statement = {
    properties: {},
    labels: {},
    annotations: {},
    source: 'acme/catalog',
    evidence: [],
    moreEvidence: 0,
  }
  return {
    ref: ref(text),
    kind: kindOfRef(ref(text)) satisfies Kind,
    name: refParts(ref(text)).name,
    unresolved: false,
    properties: {},
    labels: {},
    annotations: {},
    candidates: [],
    mentions: [],
    moreMentions: 0,
    statements: differs
      ? ['one', 'other'].map((description) => ({ ...statement, properties: { description } }))
      : [],
    ...rest,
    aliases: aliases.map((alias) => ({ ref: ref(alias), reason: 'says the test' })),
  }
}

/** @param text `service:cart DEPENDS_ON service:stock` */
export function relation(text: string, confidence: Confidence = 'declared', places = 1): Relation {
  const [, from = '', type = '', to = ''] = /^(\S+) ([A-Z_]+) (.+)$/.exec(text) ?? []
  const evidence: Evidence = { source: 'acme/catalog', file: 'catalog-info.yaml', line: 1, confidence }
  return {
    from: ref(from),
    type: type as RelationType,
    to: ref(to),
    properties: {},
    evidence: [evidence],
    moreEvidence: places - 1,
  }
}

/** A graph of these relations; their ends are entities of which nothing more is said, unless `entities` has them. */
export function graph(relations: readonly (string | Relation)[], entities: readonly Entity[] = []): Graph {
  const all = relations.map((it) => (typeof it === 'string' ? relation(it) : it))
  const known = new Map(entities.map((it) => [it.ref, it]))
  for (const end of all.flatMap(({ from, to }) => [from, to])) {
    if (!known.has(end)) known.set(end, entity(end))
  }
  return { entities: [...known.values()], relations: all }
}

export function snapshotOf({ entities, relations }: Graph, revision = 1): Snapshot {
  return buildSnapshot({
    revision,
    entities: entities.map(entityHead),
    relations: relations.map(relationHead),
  })
}

/** The surer of two. */
export function surer(a: Confidence, b: Confidence): Confidence {
  return confidenceRank(a) <= confidenceRank(b) ? a : b
}
