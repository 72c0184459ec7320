import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { descriptorKinds } from './kinds.ts'
import { descriptorReader } from './reader.ts'

const scalar = fc.oneof(
  fc.constantFrom(
    null,
    true,
    7,
    1.5,
    '',
    'a',
    'b/a',
    'service:a',
    'team:x/y',
    '@a/b',
    'api:a#GET /',
    'guild:a',
  ),
  fc.constantFrom('2026-12-24', '0000-00-00', '{{a}}', 'a\nb', 'api:a@0123', '#', ' '),
  fc.string({ maxLength: 8 }),
)
const field = fc.constantFrom(
  ...new Set(descriptorKinds.flatMap(({ names, values }) => [...Object.keys(names), ...Object.keys(values)])),
  ...['key', 'name', 'namespace', 'kind', 'labels', 'annotations', 'links', 'tags', 'url', 'title'],
  ...['alidade.dev/same-as', '__proto__', 'constructor'],
)
const value = fc.letrec((tie) => ({
  any: fc.oneof({ depthSize: 'small' }, scalar, fc.array(tie('any'), { maxLength: 3 }), tie('map')),
  map: fc.dictionary(field, tie('any'), { maxKeys: 6 }),
}))
const document = fc.record(
  {
    apiVersion: fc.oneof({ weight: 8, arbitrary: fc.constant('alidade.dev/v1') }, scalar),
    kind: fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...descriptorKinds.map(({ kind }) => kind)) },
      value.any,
    ),
    metadata: fc.oneof({ weight: 4, arbitrary: value.map }, value.any),
    spec: fc.oneof({ weight: 4, arbitrary: value.map }, value.any),
  },
  { requiredKeys: [] },
)

describe('whatever stands in a descriptor', () => {
  it('is read or reported, with a line, and never breaks the reader', async () => {
    let read = 0
    await fc.assert(
      fc.asyncProperty(document, async (any) => {
        const surroundings = { readText: async () => undefined, glob: async () => [] }
        const file = {
          path: 'a.yaml',
          text: JSON.stringify(any),
          repository: { name: 'acme/shop' },
          surroundings,
        }
        const { statements, problems } = await descriptorReader.read(file)
        read += statements.length
        for (const { subject, relations } of statements) {
          expect(subject.ref).toMatch(
            /^(?:(?:guild|technology|milestone|standard|waiver):[a-z0-9._-]+\/[a-z0-9._-]+|api:[^#]+#.+)$/,
          )
          for (const { other, line } of relations) {
            expect(line).toBeGreaterThan(0)
            expect(other.ref).not.toBe(subject.ref)
          }
        }
        for (const { line, message } of problems) {
          expect(line).toBeGreaterThan(0)
          expect(message).toMatch(/[:;] /)
        }
      }),
      { numRuns: 500 },
    )
    expect(read).toBeGreaterThan(0)
  })

  it.each(['', '[]', 'a', 'null', 'apiVersion: alidade.dev/v1', '{', '---\n---\n'])(
    'and whatever text it is: %j',
    async (text) => {
      const surroundings = { readText: async () => undefined, glob: async () => [] }
      const file = { path: 'a.yaml', text, repository: { name: 'acme/shop' }, surroundings }
      expect((await descriptorReader.read(file)).statements).toEqual([])
    },
  )
})
