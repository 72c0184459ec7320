import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { composeReader } from './reader.ts'

const text = fc.oneof(
  fc.constantFrom(
    '',
    'a',
    'b',
    'redis',
    'a:b',
    'http://b:80',
    '$' + '{X:?y}',
    'service:b',
    'container:z',
    './x.env',
    '../..',
    '/etc',
    '~',
  ),
  fc.string({ maxLength: 8 }),
)
const scalar = fc.oneof(text, fc.constantFrom(null, true, 7, 1.5))
const field = fc.constantFrom(
  ...[
    'image',
    'build',
    'depends_on',
    'links',
    'external_links',
    'environment',
    'env_file',
    'extends',
    'labels',
  ],
  ...[
    'networks',
    'profiles',
    'container_name',
    'hostname',
    'network_mode',
    'volumes_from',
    'context',
    'dockerfile',
  ],
  ...['file', 'service', 'path', 'required', 'format', 'aliases', 'x', 'A_HOST', 'A_URL', 'a', 'b'],
)
const value = fc.letrec((tie) => ({
  any: fc.oneof({ depthSize: 'small' }, scalar, fc.array(tie('any'), { maxLength: 3 }), tie('map')),
  map: fc.dictionary(field, tie('any'), { maxKeys: 4 }),
})).any
const document = fc.record(
  {
    name: scalar,
    include: value,
    services: fc.oneof(value, fc.dictionary(fc.constantFrom('a', 'b', 'C', '', 'a b'), value)),
  },
  { requiredKeys: ['services'] },
)

/** Every path has a text, whether it is a Compose file, variables or nothing of the kind. */
function read(path: string, file: unknown, other: unknown) {
  const surroundings = {
    readText: async (asked: string) => (asked.length % 3 === 0 ? undefined : JSON.stringify(other)),
    glob: async () => ['p/compose.yaml', 'p/compose.b.yaml'],
  }
  const repository = { name: 'acme/shop' }
  return composeReader.read({ path, text: JSON.stringify(file), repository, surroundings })
}

describe('whatever stands in a Compose file', () => {
  it('is read or reported, with a line, and never breaks the reader', async () => {
    await fc.assert(
      fc.asyncProperty(document, document, async (file, other) => {
        for (const path of ['compose.yaml', 'p/q/compose.yaml']) {
          const { statements, problems } = await read(path, file, other)
          for (const { subject, relations } of statements) {
            expect(subject.ref).toMatch(/^(?:service|resource|system):[a-z0-9._-]+\/[a-z0-9._-]+$/)
            for (const { other, line } of relations) {
              expect(line).toBeGreaterThan(0)
              expect(other.ref).not.toBe(subject.ref)
            }
          }
          for (const { line, message } of problems) {
            expect(line).toBeGreaterThan(0)
            expect(message).toMatch(/: /)
          }
        }
      }),
      { numRuns: 300 },
    )
  })
})
