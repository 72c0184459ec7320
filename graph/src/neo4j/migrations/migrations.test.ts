import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Driver } from 'neo4j-driver'
import { afterAll, describe, expect, test } from 'vitest'
import { askDirectly } from '../../conformance/ask-directly.ts'
import { emptyForTests } from '../../conformance/empty-for-tests.ts'
import { everyAnswer } from '../../conformance/every-answer.ts'
import { neo4jServer, stopNeo4jServers } from '../../conformance/neo4j-servers.ts'
import { add, entity, service } from '../../conformance/sample-facts.ts'
import { type Connection, connect } from '../connection.ts'
import { type Migration, migrate } from '../migrate.ts'
import { openNeo4jStore } from '../open.ts'
import { clear, dump, load } from './dump.ts'
import { migrations } from './migrations.ts'

const server = await neo4jServer()
afterAll(stopNeo4jServers)

const versions = migrations.map(({ version }) => version)

test('are numbered from 1, each one more than the last', () => {
  expect(versions).toEqual(versions.map((_, n) => n + 1))
})

describe.skipIf(!server)('on Neo4j', () => {
  if (!server) return

  /** Begins with a database that holds nothing, not even a schema, and leaves one that tests may empty. */
  async function withoutAnything(
    work: (connection: Connection, driver: Driver) => Promise<void>,
  ): Promise<void> {
    await emptyForTests(server as NonNullable<typeof server>)
    await askDirectly(server as NonNullable<typeof server>, async (driver) => {
      await clear(driver)
      const connection = connect(server as NonNullable<typeof server>)
      try {
        await work(connection, driver)
      } finally {
        await connection.close()
        await clear(driver)
      }
    })
  }

  test('each step does nothing when it is done again', () =>
    withoutAnything(async (connection, driver) => {
      for (const { schema, data } of migrations) {
        for (const step of [...schema, ...data]) {
          await driver.executeQuery(step)
          const once = await dump(driver)
          await driver.executeQuery(step)
          expect(await dump(driver)).toEqual(once)
        }
      }
      expect(await connection.query('MATCH (s:AlidadeStore) RETURN s')).toHaveLength(1)
    }))

  test('give the same store when they are broken off and run again', () =>
    withoutAnything(async (connection, driver) => {
      await migrate(connection, 'it', migrations)
      const whole = await dump(driver)
      for (const broken of [afterSchema(3), afterSchema(Number.POSITIVE_INFINITY)]) {
        await clear(driver)
        await expect(migrate(connection, 'it', broken)).rejects.toThrow(/Invalid input/)
        await migrate(connection, 'it', migrations)
        expect(await dump(driver)).toEqual(whole)
      }
    }))

  test('the version is written last, so one that is broken off is not taken for done', () =>
    withoutAnything(async (connection) => {
      const second = {
        version: versions.length + 1,
        schema: [],
        data: ['CREATE (:Entity)', 'this is no Cypher'],
      }
      await expect(migrate(connection, 'it', [...migrations, second])).rejects.toThrow(/Invalid input/)
      const [row] = await connection.query('MATCH (s:AlidadeStore) RETURN s.version AS version')
      expect(row?.get('version')).toBe(versions.length)
    }))

  test('a store of a newer version is refused, with what to do, and left as it is', () =>
    withoutAnything(async (connection, driver) => {
      const newer = {
        version: versions.length + 1,
        schema: [],
        data: ['CREATE (:AlidadeLater)'],
      }
      await migrate(connection, 'it', [...migrations, newer])
      const before = await dump(driver)
      await expect(migrate(connection, 'Neo4j at bolt://db:7687', migrations)).rejects.toMatchObject({
        code: 'store-newer',
        message: expect.stringMatching(/bolt:\/\/db:7687 was written by a newer Alidade .* use that Alidade/),
      })
      expect(await dump(driver)).toEqual(before)
    }))

  test.each(versions)(
    'a store that version %i wrote opens, answers as it should, and is written on',
    (version) =>
      withoutAnything(async (_, driver) => {
        const read = async (ending: string) =>
          JSON.parse(
            await readFile(join(import.meta.dirname, 'fixtures', `version-${version}.${ending}`), 'utf8'),
          )
        await load(driver, await read('store.json'))
        const { name: _name, ...address } = server
        const store = await openNeo4jStore(address)
        try {
          const answers = JSON.parse(JSON.stringify(await everyAnswer(store)))
          // What a later version asks beside these, this one was not asked when it was written.
          const then: object = await read('json')
          expect(
            Object.fromEntries(Object.keys(then).map((question) => [question, answers[question]])),
          ).toEqual(then)
          const ref = service('added')
          expect(await add(store, entity(ref))).toBe(answers.revision + 1)
          expect(await store.entities([ref])).toEqual([entity(ref)])
        } finally {
          await store.close()
        }
      }),
  )
})

/** The migrations, of which the last fails after so many steps of its schema. */
function afterSchema(steps: number): readonly Migration[] {
  return migrations.map((migration) => {
    if (migration !== migrations.at(-1)) return migration
    const { version, schema, data } = migration
    return { version, schema: [...schema.slice(0, steps), 'this is no Cypher'], data }
  })
}
