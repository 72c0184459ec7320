import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { everyAnswer } from '../../conformance/every-answer.ts'
import { fixtureHistory } from '../../conformance/fixture-history.ts'
import { naiveStore } from '../../conformance/naive-store.ts'
import { openToRead } from '../connection.ts'
import { openSqliteStore } from '../open.ts'
import { dump } from './dump.ts'
import { migrations } from './migrations.ts'

// Writes a small store of the newest version, and what it has to answer, for later versions to be tested with.

const version = migrations.at(-1)?.version
const fixture = join(import.meta.dirname, 'fixtures', `version-${version}`)
const folder = await mkdtemp(join(tmpdir(), 'alidade-'))
const naive = naiveStore(() => new Date())
const store = await openSqliteStore({ folder })
for (const commit of fixtureHistory) {
  await store.commit(commit)
  await naive.commit(commit)
}
await store.close()
const db = openToRead(join(folder, 'graph.sqlite'))
await writeFile(`${fixture}.sql`, dump(db))
// An answer a line, so that a change of one is seen.
const answers = Object.entries(await everyAnswer(naive)).map(
  ([question, answer]) => `${JSON.stringify(question)}: ${JSON.stringify(answer)}`,
)
await writeFile(`${fixture}.json`, `{\n${answers.join(',\n')}\n}\n`)
db.close()
await rm(folder, { recursive: true })
