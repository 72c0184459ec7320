import { storeNewer } from '../refusals.ts'
import { type Connection, int } from './connection.ts'

/** One version of the store's form. */
export interface Migration {
  /** From 1, each one more than the last. */
  readonly version: number
  /** Cypher that changes the schema, each repeatable: one that is broken off is run again from its first step. */
  readonly schema: readonly string[]
  /** Cypher that changes data, after the schema, since Neo4j does not do both in one transaction; repeatable, too. */
  readonly data: readonly string[]
}

/**
 * Brings the store to the newest version, one step a transaction. A version is written after all of its steps.
 * @param where how messages name the store
 * @throws InvalidInput `store-newer` for a store of a version that is not among `migrations`
 */
export async function migrate(
  connection: Connection,
  where: string,
  migrations: readonly Migration[],
): Promise<void> {
  const known = migrations.at(-1)?.version ?? 0
  const found = await versionOf(connection)
  if (found > known) throw storeNewer(where, found, known)
  for (const { version, schema, data } of migrations) {
    if (version <= found) continue
    for (const step of schema) await connection.schema(step)
    if (schema.length > 0) await connection.schema('CALL db.awaitIndexes(60)')
    for (const step of data) await connection.write(({ run }) => Promise.resolve(run(step)))
    await connection.write(async ({ run }) => {
      // Another process may have gone further meanwhile.
      await run(
        "MATCH (store:AlidadeStore {name: 'store'}) WHERE store.version < $version SET store.version = $version",
        {
          version: int(version),
        },
      )
    })
  }
}

async function versionOf(connection: Connection): Promise<number> {
  const [row] = await connection.query(
    "MATCH (store:AlidadeStore {name: 'store'}) RETURN store.version AS version",
  )
  return row?.get('version') ?? 0
}
