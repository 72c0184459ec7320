import type {
  Delta,
  Entity,
  EntityHead,
  Json,
  LocatedStatement,
  Reading,
  ReadingHead,
  ReadingKey,
  Ref,
  Relation,
  RelationHead,
  RelationKey,
  RelationType,
  Source,
} from '@alidade/model'

/** Counts commits, from 0 for an empty store. */
export type Revision = number

/**
 * Where the graph is kept. Every operation takes many at once and gives a bounded answer; none of them knows teams or
 * RFCs, that is the callers' business. The conformance suite says what each promises, on every store.
 */
export interface GraphStore {
  readonly engine: 'sqlite' | 'neo4j'

  revision(): Promise<Revision>

  /** In the order asked for; undefined where there is no such entity. Exact refs: no aliases. At most 10,000. */
  entities(refs: readonly Ref[]): Promise<readonly (Entity | undefined)[]>

  /** In the order asked for; undefined where there is no such relation. At most 10,000. */
  relations(keys: readonly RelationKey[]): Promise<readonly (Relation | undefined)[]>

  /** The relations at each ref, in the order asked for. One round trip, however many refs; at most 10,000 refs. */
  relationsOf(refs: readonly Ref[], query: RelationQuery): Promise<readonly RelationPage[]>

  /** All sources, by id. */
  sources(): Promise<readonly Source[]>

  /** What was read of each file of these sources, without what it says; of all sources without `sources`. By source, then file. */
  readingHeads(sources?: readonly string[]): Promise<readonly ReadingHead[]>

  /** In the order asked for; undefined where there is none. At most 1,000. */
  readings(keys: readonly ReadingKey[]): Promise<readonly (Reading | undefined)[]>

  /**
   * Every statement that has one of the keys (`Reading` rows are put with the keys of each statement), each once, by
   * source, file and place in the file. At most 10,000 keys.
   */
  statementsByKey(keys: readonly string[]): Promise<readonly LocatedStatement[]>

  /** All statements in chunks of at most 5,000, by source, file and place in the file. */
  scanStatements(): AsyncIterable<readonly LocatedStatement[]>

  /**
   * The whole graph in chunks of at most 5,000, entities before relations, in any order. On an engine whose scan is not
   * consistent by itself, a reader notes `revision()` before it and applies `changes` since then.
   */
  scan(): AsyncIterable<ScanChunk>

  /** Texts by the SHA-256 of their UTF-8, in the order asked for; undefined where there is none. At most 100. */
  contents(hashes: readonly string[]): Promise<readonly (string | undefined)[]>

  /**
   * What commits changed, oldest first, whole commits until `limit` changes are reached; `more` says whether there is
   * more after `until`. With `refs`, only the changes of these entities and of relations at them.
   * @throws InvalidInput `revision-too-old` when the log no longer goes back to `since`
   */
  changes(query: { since: Revision; limit: number; refs?: readonly Ref[] }): Promise<ChangePage>

  /** Records of a stream in the order they were added, after a sequence number (0 for all). At most 10,000. */
  records(query: { stream: string; after: number; limit: number }): Promise<readonly StoredRecord[]>

  /**
   * All of it or nothing. Resolves once the change would survive a power cut. A commit whose id was applied before
   * changes nothing and gives the revision that it led to. At most 5,000 changes of facts.
   * @returns the new revision
   * @throws InvalidInput `commit-conflict` when the precondition does not hold, or a `before` is there or not there
   *   other than the delta says; `commit-too-large`; Error when a relation has an end that is neither stored nor in it,
   *   or an entity goes that still has relations; `disk-full` (InvalidInput) where the disk is full
   */
  commit(commit: Commit): Promise<Revision>

  /**
   * Takes or renews a lease for `milliseconds`: one holder at a time, until it is released or has run out.
   * @returns undefined when it is held now; else who holds it, and until when
   */
  acquireLease(name: string, holder: string, milliseconds: number): Promise<Lease | undefined>
  /** Nothing happens when somebody else holds it by now. */
  releaseLease(name: string, holder: string): Promise<void>

  /**
   * All that the store keeps but its leases, as one state, in chunks of at most 500 rows or some 4 MB (one row where it is
   * larger): the kinds of rows in the order of `DumpRows`, each in the order that is said there, so that two stores of one
   * content give the same rows. On Neo4j writes wait meanwhile.
   */
  dump(): AsyncIterable<DumpChunk>

  /**
   * Fills an empty store with what `dump` gave, on whichever engine: the revision, the log and the ids of commits are
   * those of the other store. All of it or nothing: a store whose loading was broken off is empty as before (SQLite), or
   * is refused as unfinished until it is loaded again from the beginning (Neo4j). Other writes are refused meanwhile.
   * @returns the revision
   * @throws InvalidInput `store-not-empty` when anything was ever committed to it; what `chunks` throws
   */
  load(chunks: AsyncIterable<DumpChunk>): Promise<Revision>

  /** Waits for what is under way. */
  close(): Promise<void>
}

/** The rows of a dump, by kind. */
export interface DumpRows {
  /** One row, the first. */
  readonly state: StoreState
  /** By ref. */
  readonly entities: Entity
  /** By the refs of `from`, type, `to`. */
  readonly relations: Relation
  /** By id. */
  readonly sources: Source
  /** By source, then file. */
  readonly readings: KeyedReading
  /** By hash. */
  readonly contents: Content
  /** All there ever were, by revision; what they changed is empty where the log has forgotten it. */
  readonly commits: LoggedCommit
  /** By sequence number. */
  readonly records: StoredRecord
}

export type DumpChunk = {
  readonly [Kind in keyof DumpRows]: { readonly of: Kind; readonly rows: readonly DumpRows[Kind][] }
}[keyof DumpRows]

/** What a store knows of itself as a whole. */
export interface StoreState {
  readonly revision: Revision
  /** The log goes back to this revision: what was changed up to it is forgotten. */
  readonly logStart: Revision
  /** The sequence number of the last record; 0 where there is none. */
  readonly records: number
}

export interface RelationQuery {
  /** `out`: the ref is the relation's `from`. `in`: its `to`. */
  readonly direction: 'out' | 'in'
  /** All types when left out. */
  readonly types?: readonly RelationType[]
  /** At most this many for each ref, by type, then by the other end's ref. */
  readonly limit: number
}

export interface RelationPage {
  readonly relations: readonly Relation[]
  /** How many there are, so that what the limit hides can be said. */
  readonly total: number
}

export type ScanChunk =
  | { readonly entities: readonly EntityHead[] }
  | { readonly relations: readonly RelationHead[] }

/** What one commit does, all of it or nothing. */
export interface Commit {
  /** Unique in the store; a UUID. */
  readonly id: string
  /** Who, as the log shows it. */
  readonly actor: string
  /** A UTC instant, e.g. 2026-11-24T09:00:00.000Z. */
  readonly at: string
  readonly delta?: Delta
  readonly readings?: { readonly put?: readonly KeyedReading[]; readonly remove?: readonly ReadingKey[] }
  readonly sources?: { readonly put?: readonly Source[]; readonly remove?: readonly string[] }
  readonly contents?: readonly Content[]
  readonly records?: readonly NewRecord[]
  /** Refused when the store is at another revision. */
  readonly expectedRevision?: Revision
  /** Refused when this holder does not hold the lease. */
  readonly lease?: { readonly name: string; readonly holder: string }
}

/** A reading with the keys by which each of its statements is found again, in the statements' order. */
export interface KeyedReading extends Reading {
  readonly keys: readonly (readonly string[])[]
}

export interface Content {
  readonly hash: string
  readonly text: string
}

/** Something that is only ever added: a person's ruling, a run of an import, a day's totals. */
export interface NewRecord {
  readonly stream: string
  readonly value: Json
}

export interface StoredRecord extends NewRecord {
  /** Grows with every record of the store, from 1. */
  readonly sequence: number
  readonly revision: Revision
  readonly at: string
  readonly actor: string
}

export interface LoggedCommit {
  readonly revision: Revision
  readonly id: string
  readonly actor: string
  readonly at: string
  /** Only what changed a fact: see `changesFact`. */
  readonly delta: Delta
}

export interface ChangePage {
  readonly commits: readonly LoggedCommit[]
  /** The last revision that these commits cover. */
  readonly until: Revision
  readonly more: boolean
}

export interface Lease {
  readonly holder: string
  readonly until: string
}
