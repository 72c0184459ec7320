import { randomUUID } from 'node:crypto'
import {
  type Entity,
  type Evidence,
  kindOfRef,
  parseRef,
  type Reading,
  type Ref,
  type Relation,
  type RelationType,
  refParts,
  type Statement,
} from '@alidade/model'
import type { Commit, GraphStore, KeyedReading } from '../graph-store.ts'

/** Small facts for examples, with as little said as a test does not need. */

export const service = (name: string): Ref => parseRef(name, { kind: 'Service' })
export const team = (name: string): Ref => parseRef(name, { kind: 'Team' })

export const place = (file: string, more: Partial<Evidence> = {}): Evidence => ({
  source: 'acme/shop/backstage',
  confidence: 'declared',
  file,
  line: 1,
  ...more,
})

export const entity = (ref: Ref, more: Partial<Entity> = {}): Entity => ({
  ref,
  kind: kindOfRef(ref),
  name: refParts(ref).name,
  unresolved: false,
  properties: {},
  labels: {},
  annotations: {},
  aliases: [],
  candidates: [],
  statements: [],
  mentions: [],
  moreMentions: 0,
  ...more,
})

export const relation = (from: Ref, type: RelationType, to: Ref, more: Partial<Relation> = {}): Relation => ({
  from,
  type,
  to,
  properties: {},
  evidence: [place('catalog-info.yaml')],
  moreEvidence: 0,
  ...more,
})

export const statement = (ref: Ref, relations: Statement['relations'] = []): Statement => ({
  subject: { ref, name: refParts(ref).name, scope: 'full' },
  relations,
})

/** @param said for each statement its subject and its keys */
export const reading = (
  source: string,
  file: string,
  said: readonly (readonly [subject: Ref, ...keys: string[]])[] = [],
  more: Partial<Reading> = {},
): KeyedReading => ({
  source,
  file,
  hash: '0'.repeat(64),
  includes: [],
  problems: [],
  statements: said.map(([subject]) => statement(subject)),
  keys: said.map(([, ...keys]) => keys),
  ...more,
})

/** A commit of this, by somebody, at some time. */
export const commitOf = (content: Partial<Commit>): Commit => ({
  id: randomUUID(),
  actor: 'ada',
  at: '2026-11-24T09:00:00.000Z',
  ...content,
})

/** Commits these as new. */
export async function add(store: GraphStore, ...facts: readonly (Entity | Relation)[]): Promise<number> {
  const entities = facts.filter((fact) => 'ref' in fact).map((after) => ({ after }))
  const relations = facts.filter((fact) => 'from' in fact).map((after) => ({ after }))
  return store.commit(commitOf({ delta: { entities, relations } }))
}

/** All that a scan or another iteration gives. */
export async function collect<Item>(chunks: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = []
  for await (const chunk of chunks) all.push(chunk)
  return all
}
