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
export { openSqliteStore, type SqliteStoreOptions } from './sqlite/open.ts'
