import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { alidade, folderOf, shop } from './testing/run.ts'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const lines = [...readme.matchAll(/^\$ alidade (.+)$/gm)].map(([, line = '']) => line)

it('does what the README shows', async () => {
  const query = 'query($first: Int) { services(first: $first) { totalCount } }'
  const env = {
    ALIDADE_DATA: folderOf({}),
    INIT_CWD: folderOf({ ...shop, 'services.graphql': query }),
  }
  expect(lines.length).toBeGreaterThan(3)
  for (const line of lines) {
    const args = [...line.matchAll(/'([^']+)'|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '')
    expect({ line, ...(await alidade(args, { env })) }).toMatchObject({ line, code: 0 })
  }
})
