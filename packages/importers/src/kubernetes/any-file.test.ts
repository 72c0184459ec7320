import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kubernetesReader } from './reader.ts'

const words = [
  '',
  'a',
  'b',
  'a.b',
  'a.b.svc',
  'http://b:80',
  '../a',
  '..',
  '/',
  'postgres:17',
  '$(a)',
  '{{ a }}',
]
const text = fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 8 }))
const scalar = fc.oneof(text, fc.constantFrom(null, true, 7))
const field = fc.constantFrom(
  ...[
    'metadata',
    'name',
    'namespace',
    'labels',
    'spec',
    'selector',
    'template',
    'containers',
    'image',
    'env',
  ],
  ...['value', 'envFrom', 'configMapRef', 'volumes', 'configMap', 'data', 'A_HOST', 'rules', 'host', 'http'],
  ...[
    'paths',
    'backend',
    'service',
    'hostnames',
    'resources',
    'patches',
    'path',
    'patch',
    'dependencies',
    'a',
  ],
)
const value = fc.letrec((tie) => ({
  any: fc.oneof({ depthSize: 'small' }, scalar, fc.array(tie('any'), { maxLength: 3 }), tie('map')),
  map: fc.dictionary(field, tie('any'), { maxKeys: 5 }),
})).any
const kind = fc.constantFrom(
  'Deployment',
  'CronJob',
  'Pod',
  'Service',
  'Ingress',
  'HTTPRoute',
  'ConfigMap',
  'List',
)
const apiVersion = fc.constantFrom('v1', 'apps/v1', 'batch/v1', 'networking.k8s.io/v1')
const metadata = fc.oneof(value, fc.record({ name: text, namespace: scalar, labels: value }))
const pods = fc.record({
  metadata: fc.record({ labels: value }),
  spec: fc.record({ containers: fc.array(value), volumes: value }),
})
const spec = fc.oneof(value, fc.record({ template: pods, selector: value, rules: value }))
const object = fc.record({ apiVersion, kind, metadata, spec, data: value, items: value })
const kustomization = fc.record({
  resources: value,
  namespace: scalar,
  namePrefix: scalar,
  patches: value,
  configMapGenerator: value,
})

describe('whatever stands in a file of Kubernetes', () => {
  it('is read or reported, with a line, and never breaks the reader', async () => {
    const file = fc.oneof(object, kustomization, fc.record({ name: scalar, dependencies: value }))
    await fc.assert(
      fc.asyncProperty(file, object, kustomization, async (read, other, around) => {
        // Every path has a text, and every kustomization may take in itself.
        const surroundings = {
          readText: async (path: string) => JSON.stringify(/kustom/i.test(path) ? around : other),
          glob: async () => ['p/a.yaml', 'p/b.yaml'],
        }
        for (const path of ['p/a.yaml', 'p/kustomization.yaml', 'p/Chart.yaml']) {
          const repository = { name: 'acme/shop' }
          const says = await kubernetesReader.read({
            path,
            text: JSON.stringify(read),
            repository,
            surroundings,
          })
          for (const { subject, relations } of says.statements) {
            expect(subject.ref).toMatch(/^(?:service|resource|system):[a-z0-9._-]+\/[a-z0-9._-]+$/)
            for (const { other, line } of relations) {
              expect(line).toBeGreaterThan(0)
              expect(other.ref).not.toBe(subject.ref)
            }
          }
          for (const { line, message } of says.problems) {
            expect(line).toBeGreaterThan(0)
            expect(message).toMatch(/: /)
          }
        }
      }),
      { numRuns: 200 },
    )
  })
})
