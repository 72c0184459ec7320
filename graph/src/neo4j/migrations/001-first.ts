import type { Migration } from '../migrate.ts'

/**
 * - `Entity`, with its kind as a second label: `said` is what a scan needs of it, `detail` the rest, both JSON; beside
 *   them, for people, what of its properties Neo4j can hold. Relationships likewise: `properties` and `evidence` are JSON.
 * - `AlidadeReading` and what it says: `AlidadeStatement`s, each found by its `AlidadeKey`s, which are hashed; two keys
 *   can share a hash, so `keys` are compared.
 * - `AlidadeLog`: what each commit changed, in compressed pieces; `AlidadeLogShelf` says which of them name a ref (see
 *   log-index.ts).
 * - `AlidadeStore`, one node: the revision, the revision that the log goes back to, and the last record's number. Who
 *   writes locks it first, so commits follow one after the other.
 */
export const first: Migration = {
  version: 1,
  schema: [
    'CREATE CONSTRAINT entity_ref IF NOT EXISTS FOR (e:Entity) REQUIRE e.ref IS UNIQUE',
    'CREATE CONSTRAINT alidade_store IF NOT EXISTS FOR (s:AlidadeStore) REQUIRE s.name IS UNIQUE',
    'CREATE CONSTRAINT alidade_commit IF NOT EXISTS FOR (c:AlidadeCommit) REQUIRE c.id IS UNIQUE',
    'CREATE CONSTRAINT alidade_revision IF NOT EXISTS FOR (c:AlidadeCommit) REQUIRE c.revision IS UNIQUE',
    'CREATE INDEX alidade_log IF NOT EXISTS FOR (l:AlidadeLog) ON (l.revision)',
    'CREATE INDEX alidade_log_shelf IF NOT EXISTS FOR (l:AlidadeLogShelf) ON (l.shelf, l.revision)',
    'CREATE INDEX alidade_log_shelf_revision IF NOT EXISTS FOR (l:AlidadeLogShelf) ON (l.revision)',
    'CREATE INDEX alidade_record IF NOT EXISTS FOR (r:AlidadeRecord) ON (r.stream, r.sequence)',
    'CREATE CONSTRAINT alidade_source IF NOT EXISTS FOR (s:AlidadeSource) REQUIRE s.id IS UNIQUE',
    'CREATE CONSTRAINT alidade_reading IF NOT EXISTS FOR (r:AlidadeReading) REQUIRE r.id IS UNIQUE',
    'CREATE INDEX alidade_reading_source IF NOT EXISTS FOR (r:AlidadeReading) ON (r.source)',
    'CREATE INDEX alidade_key IF NOT EXISTS FOR (k:AlidadeKey) ON (k.hash)',
    'CREATE INDEX alidade_content IF NOT EXISTS FOR (c:AlidadeContent) ON (c.hash)',
    'CREATE CONSTRAINT alidade_lease IF NOT EXISTS FOR (l:AlidadeLease) REQUIRE l.name IS UNIQUE',
  ],
  data: [
    `MERGE (store:AlidadeStore {name: 'store'})
     ON CREATE SET store.revision = 0, store.logStart = 0, store.records = 0, store.version = 0`,
  ],
}
