import type { Migration } from '../migrate.ts'

/**
 * - `entity`: `said` is what a scan needs of it, `detail` the rest, both JSON.
 * - `relation`: a clustered table, so an entity's relations lie together; the index for the other direction holds
 *   all that a scan gives, so a scan does not read the evidence.
 * - `statement`: `keys` are what `statement_key` finds it by, hashed; two keys can share a hash, so they are compared.
 * - `log`: what each commit changed, in compressed pieces; `log_ref` says which of them name a ref (see log-index.ts).
 */
export const first: Migration = {
  version: 1,
  steps: [
    `create table if not exists entity (
      id integer primary key,
      ref text not null unique,
      kind text not null,
      name text not null,
      unresolved integer not null,
      said text not null,
      detail text not null
    ) strict`,
    `create table if not exists relation (
      "from" integer not null references entity (id),
      type text not null,
      "to" integer not null references entity (id),
      confidence text not null,
      places integer not null,
      properties text not null,
      more_evidence integer not null,
      evidence text not null,
      primary key ("from", type, "to")
    ) strict, without rowid`,
    `create index if not exists relation_in on relation ("to", type, "from", confidence, places)`,
    `create table if not exists source (id text primary key, body text not null) strict, without rowid`,
    `create table if not exists reading (
      id integer primary key,
      source text not null,
      file text not null,
      head text not null,
      unique (source, file)
    ) strict`,
    `create table if not exists statement (
      reading integer not null references reading (id),
      place integer not null,
      body text not null,
      keys text not null,
      primary key (reading, place)
    ) strict, without rowid`,
    `create table if not exists statement_key (
      hash integer not null,
      reading integer not null,
      place integer not null,
      primary key (hash, reading, place)
    ) strict, without rowid`,
    `create table if not exists content (
      hash text not null,
      piece integer not null,
      body blob not null,
      unique (hash, piece)
    ) strict`,
    `create table if not exists "commit" (
      revision integer primary key,
      id text not null unique,
      actor text not null,
      at text not null
    ) strict`,
    `create table if not exists log (
      revision integer not null,
      piece integer not null,
      body blob not null,
      primary key (revision, piece)
    ) strict`,
    `create table if not exists log_ref (
      shelf integer not null,
      revision integer not null,
      entries blob not null,
      primary key (shelf, revision)
    ) strict, without rowid`,
    `create index if not exists log_ref_revision on log_ref (revision)`,
    // The log goes back to this revision: what was changed up to it is forgotten.
    `create table if not exists log_start (one integer primary key check (one = 1), revision integer not null) strict`,
    `insert or ignore into log_start values (1, 0)`,
    `create table if not exists record (
      sequence integer primary key,
      stream text not null,
      revision integer not null,
      value text not null
    ) strict`,
    `create index if not exists record_stream on record (stream, sequence)`,
    `create table if not exists lease (name text primary key, holder text not null, until text not null) strict`,
  ],
}
