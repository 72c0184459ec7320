import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { openSqliteStore } from '@alidade/graph'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { readEnvironment } from '../environment.ts'
import { service, team } from '../testing/descriptors.ts'
import { emptyForTests, neo4jServer, stopNeo4jServers } from '../testing/neo4j.ts'
import { anOrganisation } from '../testing/organisation.ts'
import { temporaryFolder } from '../testing/temporary-folder.ts'
import { backup } from './backup.ts'
import { copy } from './copy.ts'
import { fill } from './fill.ts'
import { readBackup } from './read-backup.ts'
import { restore } from './restore.ts'
import { sumsOf } from './sums.ts'
import { writeBackup } from './write-backup.ts'

const neo4j = await neo4jServer()
afterAll(stopNeo4jServers)

const files = {
  'a.yaml': `${team('carts')}---\n${service('cart', 'carts', 'component:pay')}`,
  'b.yaml': service('web', 'carts', 'component:cart'),
}

/** An embedded store with two revisions, and what names it. */
async function anEmbeddedStore() {
  const dataFolder = temporaryFolder()
  const { store, ...organisation } = await anOrganisation(files)
  await organisation.import()
  organisation.write({ 'b.yaml': service('web', 'carts', 'component:pay') })
  await organisation.import()
  const copied = await openSqliteStore({ folder: dataFolder })
  await fill(copied, store.dump())
  await copied.close()
  return { store, environment: readEnvironment({ ALIDADE_DATA: dataFolder }) }
}

describe('a backup', () => {
  it('is refused whichever line of it was altered, left out or added, before anything is written', async () => {
    const { store } = await anEmbeddedStore()
    const file = join(temporaryFolder(), 'a.backup')
    await writeBackup(store, file, '2026-11-25T00:00:00.000Z')
    const lines = gunzipSync(readFileSync(file)).toString().split('\n').slice(0, -1)
    const altered = (lines: readonly string[]) => {
      writeFileSync(file, gzipSync(lines.map((line) => `${line}\n`).join('')))
      return expect(sumsOf(readBackup(file))).rejects
    }
    for (const at of lines.keys()) {
      await altered(lines.toSpliced(at, 1)).toMatchObject({ code: 'backup-damaged' })
      await altered(lines.with(at, lines[at]?.replace(/"(\w)/, '"x$1') ?? '')).toMatchObject({
        code: 'backup-damaged',
      })
    }
    await altered(lines.toSpliced(2, 0, lines[1] ?? '')).toMatchObject({ code: 'backup-damaged' })
    await altered([...lines, lines[1] ?? '']).toMatchObject({ code: 'backup-damaged' })
    await altered(lines.with(0, lines[0]?.replace('"format":1', '"format":2') ?? '')).toMatchObject({
      code: 'backup-newer',
      message: expect.stringMatching(/restore it with that Alidade or a newer one/),
    })
    const target = readEnvironment({ ALIDADE_DATA: temporaryFolder() })
    await expect(restore(target, file)).rejects.toMatchObject({ code: 'backup-newer' })
    writeFileSync(file, gzipSync(lines.map((line) => `${line}\n`).join('')))
    expect(await restore(target, file)).toMatchObject({ revision: 2, content: { commits: { count: 2 } } })
  })

  it('is the same, but for its time, when it is made of what was restored', async () => {
    const { environment, store } = await anEmbeddedStore()
    const folder = temporaryFolder()
    const [first, second] = [join(folder, '1'), join(folder, '2')]
    await backup(environment, first)
    const target = readEnvironment({ ALIDADE_DATA: temporaryFolder() })
    await restore(target, first)
    await backup(target, second)
    const rows = (file: string) => gunzipSync(readFileSync(file)).toString().split('\n').slice(1, -2)
    expect(rows(second)).toEqual(rows(first))
    expect(await sumsOf(readBackup(second))).toEqual(await sumsOf(store.dump()))
  })
})

describe.skipIf(!neo4j)('with Neo4j', () => {
  if (!neo4j) return
  const variables = {
    NEO4J_URI: neo4j.uri,
    ...(neo4j.username && { NEO4J_USERNAME: neo4j.username }),
    ...(neo4j.password && { NEO4J_PASSWORD: neo4j.password }),
  }
  beforeEach(() => emptyForTests(neo4j))

  it('a copy there and back, and a backup there restored here, are the same content', async () => {
    const { environment, store } = await anEmbeddedStore()
    const sums = await sumsOf(store.dump())
    const { state: _, ...content } = sums
    const there = readEnvironment({ ...variables, ALIDADE_DATA: environment.dataFolder })
    expect(await copy(there, 'neo4j')).toMatchObject({ did: 'copy', revision: 2, content })
    await expect(copy(there, 'neo4j')).rejects.toMatchObject({ code: 'store-not-empty' })

    const back = readEnvironment({ ...variables, ALIDADE_DATA: temporaryFolder() })
    expect(await copy(back, 'embedded')).toMatchObject({ revision: 2, content })

    const file = join(temporaryFolder(), 'neo4j.backup')
    expect(await backup(there, file)).toMatchObject({ content })
    const here = readEnvironment({ ALIDADE_DATA: temporaryFolder() })
    expect(await restore(here, file)).toMatchObject({ content })

    await emptyForTests(neo4j)
    expect(await restore(there, file)).toMatchObject({ revision: 2, content })
  })
})
