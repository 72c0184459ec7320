import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { descriptorReader } from './reader.ts'
import { descriptorSchema } from './schema.ts'

const published = join(import.meta.dirname, '../../../../docs/reference/descriptors.schema.json')
const validate = new Ajv({ strict: true, strictRequired: false, strictTypes: false }).compile(
  descriptorSchema(),
)

/** The documents of a fixture that are YAML, each as a text of its own. */
function documentsOf(fixture: string): readonly string[] {
  return readFileSync(join(import.meta.dirname, 'fixtures', fixture), 'utf8')
    .split(/^---\n/m)
    .filter((text) => parseAllDocuments(text).every(({ errors }) => errors.length === 0))
}

async function problemsIn(text: string) {
  const surroundings = { readText: async () => undefined, glob: async () => [] }
  const file = { path: 'a.yaml', text, repository: { name: 'acme/shop' }, surroundings }
  return (await descriptorReader.read(file)).problems
}

const parsed = (text: string): unknown => parseAllDocuments(text)[0]?.toJS()
const ours = [...documentsOf('good/guilds.yaml'), ...documentsOf('good/plan.yaml')].filter((text) =>
  text.includes('alidade.dev/'),
)

describe('the published schema', () => {
  it('is what the code says; if not, run npx -y pnpm vitest run packages/importers/src/descriptors/schema.test.ts -u', async () => {
    await expect(`${JSON.stringify(descriptorSchema(), undefined, 2)}\n`).toMatchFileSnapshot(published)
  })

  it.each(ours)('takes what the reader takes:\n%s', async (text) => {
    expect(await problemsIn(text)).toEqual([])
    validate(parsed(text))
    expect(validate.errors ?? []).toEqual([])
  })

  it.each(documentsOf('bad/faults.yaml'))('refuses what the reader finds fault with:\n%s', async (text) => {
    expect(await problemsIn(text)).not.toEqual([])
    expect(validate(parsed(text))).toBe(false)
  })

  it('takes the example of the reference, as the reader does', async () => {
    const reference = readFileSync(join(published, '../descriptors.md'), 'utf8')
    const [, example = ''] = /```yaml\n(.*?)```/s.exec(reference) ?? []
    expect(await problemsIn(example)).toEqual([])
    expect(validate(parsed(example))).toBe(true)
  })

  it('takes fields that it does not know, as the reader keeps them', () => {
    expect(
      validate({
        apiVersion: 'alidade.dev/v1',
        kind: 'Guild',
        metadata: { name: 'a' },
        spec: { since: 2021 },
      }),
    ).toBe(true)
  })
})
