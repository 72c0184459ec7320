import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import { everyAnswer } from '../../conformance/every-answer.ts'
import { add, entity, service } from '../../conformance/sample-facts.ts'
import { migrate } from '../migrate.ts'
import { openSqliteStore } from '../open.ts'
import { dump } from './dump.ts'
import { migrations } from './migrations.ts'

const versions = migrations.map(({ version }) => version)

test('are numbered from 1, each one more than the last', () => {
  expect(versions).toEqual(versions.map((_, n) => n + 1))
})

test('each step does nothing when it is done again', () => {
  const db = new DatabaseSync(':memory:')
  for (const step of migrations.flatMap(({ steps }) => steps)) {
    db.exec(step)
    const once = dump(db)
    db.exec(step)
    expect(dump(db)).toBe(once)
  }
})

test('give the same store when they are broken off after any step and run again', () => {
  const whole = new DatabaseSync(':memory:')
  migrate(whole, 'it', migrations)
  const steps = migrations.flatMap(({ steps }) => steps).length
  for (let done = 0; done < steps; done++) {
    const db = new DatabaseSync(':memory:')
    let count = 0
    const breakingOff = migrations.map(({ version, steps }) => ({
      version,
      steps: steps.map((step) => (count++ < done ? step : 'this is no SQL')),
    }))
    expect(() => migrate(db, 'it', breakingOff)).toThrow(/syntax/)
    migrate(db, 'it', migrations)
    expect(dump(db)).toBe(dump(whole))
  }
})

test('the version is written last, so one that is broken off is not taken for done', () => {
  const db = new DatabaseSync(':memory:')
  const second = { version: 2, steps: ['create table if not exists a (b)', 'no SQL'] }
  const first = { version: 1, steps: ['create table if not exists c (d)'] }
  expect(() => migrate(db, 'it', [first, second])).toThrow(/syntax/)
  expect(db.prepare('pragma user_version').get()).toEqual({ user_version: 1 })
})

test('a store of a newer version is refused, with what to do, and left as it is', () => {
  const db = new DatabaseSync(':memory:')
  const newer = [...migrations, { version: versions.length + 1, steps: ['create table later (a)'] }]
  migrate(db, 'it', newer)
  const before = dump(db)
  expect(() => migrate(db, '/data/graph.sqlite', migrations)).toThrow(
    /\/data\/graph\.sqlite was written by a newer Alidade .* use that Alidade or a newer one/,
  )
  expect(dump(db)).toBe(before)
})

describe.each(versions)('a store that version %i wrote', (version) => {
  const read = (ending: string) =>
    readFile(join(import.meta.dirname, 'fixtures', `version-${version}.${ending}`), 'utf8')
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'alidade-'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  it('opens, answers everything as it should, and is written on', async () => {
    const file = new DatabaseSync(join(folder, 'graph.sqlite'))
    file.exec(await read('sql'))
    file.close()
    const store = await openSqliteStore({ folder })
    try {
      const answers = JSON.parse(JSON.stringify(await everyAnswer(store)))
      // What a later version asks beside these, this one was not asked when it was written.
      const then: object = JSON.parse(await read('json'))
      expect(Object.fromEntries(Object.keys(then).map((question) => [question, answers[question]]))).toEqual(
        then,
      )
      const ref = service('added')
      expect(await add(store, entity(ref))).toBe(answers.revision + 1)
      expect(await store.entities([ref])).toEqual([entity(ref)])
    } finally {
      await store.close()
    }
  })
})
