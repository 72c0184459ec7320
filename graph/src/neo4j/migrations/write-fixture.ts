import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { prepareNeo4j } from '../../../local-neo4j/prepare-neo4j.ts'
import { startNeo4j } from '../../../local-neo4j/start-neo4j.ts'
import { neo4jVersions } from '../../../local-neo4j/versions.ts'
import { askDirectly } from '../../conformance/ask-directly.ts'
import { everyAnswer } from '../../conformance/every-answer.ts'
import { fixtureHistory } from '../../conformance/fixture-history.ts'
import { naiveStore } from '../../conformance/naive-store.ts'
import { openNeo4jStore } from '../open.ts'
import { dump } from './dump.ts'
import { migrations } from './migrations.ts'

// Writes a small store of the newest version, and what it has to answer, for later versions to be tested with.

const version = migrations.at(-1)?.version
const fixture = join(import.meta.dirname, 'fixtures', `version-${version}`)
const [oldest] = neo4jVersions
if (!oldest) throw new Error('no version of Neo4j is named')
const server = await startNeo4j(await prepareNeo4j(oldest))
try {
  const { uri, username, password } = server
  const naive = naiveStore(() => new Date())
  const store = await openNeo4jStore({ uri, username, password })
  for (const commit of fixtureHistory) {
    await store.commit(commit)
    await naive.commit(commit)
  }
  await store.close()
  const { schema, nodes, relationships } = await askDirectly({ name: '', uri, username, password }, dump)
  // A fact a line, so that a change of one is seen.
  const lists = Object.entries({ schema, nodes, relationships }).map(
    ([name, list]) =>
      `${JSON.stringify(name)}: [\n${list.map((item) => JSON.stringify(item)).join(',\n')}\n]`,
  )
  await writeFile(`${fixture}.store.json`, `{\n${lists.join(',\n')}\n}\n`)
  const answers = Object.entries(await everyAnswer(naive)).map(
    ([question, answer]) => `${JSON.stringify(question)}: ${JSON.stringify(answer)}`,
  )
  await writeFile(`${fixture}.json`, `{\n${answers.join(',\n')}\n}\n`)
} finally {
  await server.stop()
}
