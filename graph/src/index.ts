export type {
  ChangePage,
  Commit,
  Content,
  DumpChunk,
  DumpRows,
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
  StoreState,
} from './graph-store.ts'
export { type Neo4jStoreOptions, openNeo4jStore } from './neo4j/open.ts'
export { dumpRows } from './rows.ts'
export { openSqliteStore, type SqliteStoreOptions } from './sqlite/open.ts'
