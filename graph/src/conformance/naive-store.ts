import {
  type Change,
  changesFact,
  type Entity,
  entityHead,
  InvalidInput,
  type LocatedStatement,
  type Ref,
  type Relation,
  relationHead,
  relationId,
  type Source,
} from '@alidade/model'
import { checkCommit } from '../check-commit.ts'
import type { Commit, GraphStore, KeyedReading, Lease, LoggedCommit, StoredRecord } from '../graph-store.ts'

interface State {
  readonly entities: ReadonlyMap<Ref, Entity>
  readonly relations: ReadonlyMap<string, Relation>
  readonly sources: ReadonlyMap<string, Source>
  readonly readings: ReadonlyMap<string, KeyedReading>
  readonly contents: ReadonlyMap<string, string>
  readonly records: readonly StoredRecord[]
  /** Every commit, whether it changed a fact or not. */
  readonly log: readonly LoggedCommit[]
  /** The log goes back to this revision. */
  readonly oldest: number
}

const empty: State = {
  entities: new Map(),
  relations: new Map(),
  sources: new Map(),
  readings: new Map(),
  contents: new Map(),
  records: [],
  log: [],
  oldest: 0,
}

const halfAYear = 180 * 24 * 60 * 60 * 1000

/** A store that is obviously right and keeps nothing: what the others are compared with. */
export function naiveStore(now: () => Date): GraphStore {
  let state = empty
  const leases = new Map<string, Lease>()
  const held = (name: string) => {
    const lease = leases.get(name)
    return lease && Date.parse(lease.until) > now().getTime() ? lease : undefined
  }
  const locate = ({ source, file, statements }: KeyedReading): LocatedStatement[] =>
    statements.map((statement) => ({ source, file, statement }))
  const readingsInOrder = () => inOrder(state.readings).map(([, reading]) => reading)

  return {
    engine: 'sqlite',
    revision: async () => state.log.length,
    entities: async (refs) => refs.map((ref) => state.entities.get(ref)),
    relations: async (keys) => keys.map((key) => state.relations.get(relationId(key))),
    async relationsOf(refs, { direction, types, limit }) {
      const [near, far] = direction === 'out' ? (['from', 'to'] as const) : (['to', 'from'] as const)
      return refs.map((ref) => {
        const found = [...state.relations.values()]
          .filter((relation) => relation[near] === ref && (types?.includes(relation.type) ?? true))
          .sort((a, b) => compare(a.type, b.type) || compare(a[far], b[far]))
        return { relations: found.slice(0, limit), total: found.length }
      })
    },
    sources: async () => inOrder(state.sources).map(([, source]) => source),
    readingHeads: async (sources) =>
      readingsInOrder()
        .filter(({ source }) => sources?.includes(source) ?? true)
        .map(({ statements, keys, ...head }) => head),
    readings: async (keys) =>
      keys.map((key) => {
        const { keys: _, ...reading } = state.readings.get(readingId(key)) ?? { source: undefined }
        return reading.source === undefined ? undefined : reading
      }),
    statementsByKey: async (keys) =>
      readingsInOrder().flatMap((reading) =>
        locate(reading).filter((_, place) => reading.keys[place]?.some((key) => keys.includes(key))),
      ),
    async *scanStatements() {
      yield readingsInOrder().flatMap(locate)
    },
    async *scan() {
      yield { entities: [...state.entities.values()].map(entityHead) }
      yield { relations: [...state.relations.values()].map(relationHead) }
    },
    contents: async (hashes) => hashes.map((hash) => state.contents.get(hash)),
    async changes({ since, limit, refs }) {
      if (since < state.oldest) throw new InvalidInput('revision-too-old', '')
      const commits = state.log
        .filter(({ revision }) => revision > since)
        .map((commit) => narrow(commit, refs))
      const telling = commits.filter(({ delta }) => delta.entities.length + delta.relations.length > 0)
      const page: LoggedCommit[] = []
      let changes = 0
      for (const commit of telling) {
        if (changes >= limit) break
        page.push(commit)
        changes += commit.delta.entities.length + commit.delta.relations.length
      }
      const more = page.length < telling.length
      return {
        commits: page,
        until: more ? (page.at(-1)?.revision ?? since) : Math.max(since, state.log.length),
        more,
      }
    },
    records: async ({ stream, after, limit }) =>
      state.records.filter((record) => record.stream === stream && record.sequence > after).slice(0, limit),
    async commit(commit) {
      checkCommit(commit)
      const applied = state.log.find(({ id }) => id === commit.id)
      if (applied) return applied.revision
      const lease = commit.lease && held(commit.lease.name)
      if (commit.lease && lease?.holder !== commit.lease.holder) throw conflict()
      if (commit.expectedRevision !== undefined && commit.expectedRevision !== state.log.length)
        throw conflict()
      state = apply(state, commit)
      return state.log.length
    },
    async acquireLease(name, holder, milliseconds) {
      const lease = held(name)
      if (lease && lease.holder !== holder) return lease
      leases.set(name, { holder, until: new Date(now().getTime() + milliseconds).toISOString() })
      return undefined
    },
    async releaseLease(name, holder) {
      if (leases.get(name)?.holder === holder) leases.delete(name)
    },
    async *dump() {
      yield {
        of: 'state',
        rows: [{ revision: state.log.length, logStart: state.oldest, records: state.records.length }],
      }
      yield { of: 'entities', rows: inOrder(state.entities).map(([, entity]) => entity) }
      yield { of: 'relations', rows: [...state.relations.values()].sort(byEnds) }
      yield { of: 'sources', rows: inOrder(state.sources).map(([, source]) => source) }
      yield { of: 'readings', rows: readingsInOrder() }
      yield { of: 'contents', rows: inOrder(state.contents).map(([hash, text]) => ({ hash, text })) }
      const nothing = { entities: [], relations: [] }
      yield {
        of: 'commits',
        rows: state.log.map((commit) =>
          commit.revision > state.oldest ? commit : { ...commit, delta: nothing },
        ),
      }
      yield { of: 'records', rows: state.records }
    },
    load: async () => {
      throw new Error('others are loaded from this one')
    },
    close: async () => {},
  }
}

function apply(state: State, { id, actor, at, delta, readings, sources, contents, records }: Commit): State {
  const entities = changed(state.entities, delta?.entities ?? [], ({ ref }) => ref)
  const relations = changed(state.relations, delta?.relations ?? [], relationId)
  for (const { from, to } of relations.values()) {
    if (!entities.has(from) || !entities.has(to)) throw new Error('an end of a relation is missing')
  }
  const revision = state.log.length + 1
  const telling = {
    entities: delta?.entities.filter(changesFact) ?? [],
    relations: delta?.relations.filter(changesFact) ?? [],
  }
  const log = [...state.log, { revision, id, actor, at, delta: telling }]
  const young = log.findIndex(
    (commit) => Date.parse(commit.at) >= Date.parse(at) - halfAYear && commit.revision > state.oldest,
  )
  return {
    entities,
    relations,
    sources: replaced(state.sources, sources?.remove ?? [], sources?.put ?? [], ({ id }) => id),
    readings: replaced(
      state.readings,
      (readings?.remove ?? []).map(readingId),
      readings?.put ?? [],
      readingId,
    ),
    contents: new Map([
      ...state.contents,
      ...(contents ?? []).map(({ hash, text }) => [hash, text] as const),
    ]),
    records: [
      ...state.records,
      ...(records ?? []).map(({ stream, value }, index) => {
        return { stream, value, sequence: state.records.length + index + 1, revision, at, actor }
      }),
    ],
    log,
    oldest: young,
  }
}

function changed<Key, Fact>(
  facts: ReadonlyMap<Key, Fact>,
  changes: readonly Change<Fact>[],
  keyOf: (fact: Fact) => Key,
) {
  const result = new Map(facts)
  for (const { before, after } of changes) {
    const key = before ? keyOf(before) : after ? keyOf(after) : undefined
    if (key === undefined || facts.has(key) !== (before !== undefined)) throw conflict()
    if (after) result.set(key, after)
    else result.delete(key)
  }
  return result
}

function replaced<Fact>(
  facts: ReadonlyMap<string, Fact>,
  remove: readonly string[],
  put: readonly Fact[],
  keyOf: (fact: Fact) => string,
): ReadonlyMap<string, Fact> {
  const kept = [...facts].filter(([key]) => !remove.includes(key))
  return new Map([...kept, ...put.map((fact) => [keyOf(fact), fact] as const)])
}

function narrow(commit: LoggedCommit, refs: readonly Ref[] | undefined): LoggedCommit {
  if (!refs) return commit
  const about = (refOf: Ref | undefined) => refOf !== undefined && refs.includes(refOf)
  const { entities, relations } = commit.delta
  const delta = {
    entities: entities.filter(({ before, after }) => about(before?.ref) || about(after?.ref)),
    relations: relations.filter(({ before, after }) => {
      return about(before?.from) || about(before?.to) || about(after?.from) || about(after?.to)
    }),
  }
  return { ...commit, delta }
}

function readingId({ source, file }: { readonly source: string; readonly file: string }): string {
  return `${source}\n${file}`
}

function inOrder<Value>(map: ReadonlyMap<string, Value>): [string, Value][] {
  return [...map].sort(([a], [b]) => compare(a, b))
}

function byEnds(a: Relation, b: Relation): number {
  return compare(a.from, b.from) || compare(a.type, b.type) || compare(a.to, b.to)
}

/** By code point, as UTF-8 is in order; JavaScript's own order is by half of one. */
function compare(a: string, b: string): number {
  const [left, right] = [Array.from(a), Array.from(b)]
  const at = left.findIndex((character, index) => character !== right[index])
  if (at < 0) return left.length - right.length
  return (left[at]?.codePointAt(0) ?? -1) - (right[at]?.codePointAt(0) ?? -1)
}

function conflict(): InvalidInput {
  return new InvalidInput('commit-conflict', '')
}
