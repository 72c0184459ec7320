import { expect, it } from 'vitest'
import { byTrust, type Standing } from './trust.ts'

const at = (source: string, confidence: Standing['confidence'] = 'declared', file = 'a.yaml', line = 1) => ({
  ...{ source, confidence, file, line },
})
const sorted = (trust: readonly string[], those: readonly Standing[]) => those.toSorted(byTrust(trust))

it('puts what people state first, then sources as listed, then all others', () => {
  const those = [at('acme/b/compose'), at('acme/a/backstage'), at('acme/z/openapi'), at('manual', 'inferred')]
  const order = sorted(['acme/z/openapi', 'acme/b/*'], those).map(({ source }) => source)
  expect(order).toEqual(['manual', 'acme/z/openapi', 'acme/b/compose', 'acme/a/backstage'])
})

it('goes by confidence among those that are not listed, before their names', () => {
  const those = [at('a/x', 'inferred'), at('b/x', 'declared'), at('c/x', 'observed'), at('d/x', 'contract')]
  expect(sorted([], those).map(({ source }) => source)).toEqual(['d/x', 'c/x', 'b/x', 'a/x'])
})

it('goes by confidence, file and line within one source', () => {
  const those = [
    at('a/x', 'declared', 'b.yaml', 2),
    at('a/x', 'declared', 'a.yaml', 9),
    at('a/x', 'contract', 'z.yaml', 1),
    at('a/x', 'declared', 'b.yaml', 1),
  ]
  expect(sorted(['a/x'], those).map(({ file, line }) => `${file}:${line}`)).toEqual([
    'z.yaml:1',
    'a.yaml:9',
    'b.yaml:1',
    'b.yaml:2',
  ])
})
