/** A version of Neo4j that can be run here. */
export interface Neo4jVersion {
  readonly version: string
  /** The oldest Java that it runs on. */
  readonly java: number
}

/** Those that the store is held to: the long-term one, and the newest when this was last looked at. */
export const neo4jVersions: readonly Neo4jVersion[] = [
  { version: '5.26.30', java: 17 },
  { version: '2026.08.1', java: 21 },
]
