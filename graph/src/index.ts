export type {
  ChangePage,
  Commit,
  Content,
  GraphStore,
  KeyedReading,
  Lease,
  LoggedCommit,
  NewRecord,
  RelationPage,
  RelationQuery,
  Revision,
  ScanChunk,
  StoredRecord,
} from './graph-store.ts'
export { type Neo4jStoreOptions, openNeo4jStore } from './neo4j/open.ts'
export { openSqliteStore, type SqliteStoreOptions } from './sqlite/open.ts'
