import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { shapeOf, writeOrganisation } from './generate.ts'

function written(count: number) {
  const folder = mkdtempSync(join(tmpdir(), 'alidade-bench-'))
  try {
    const counts = writeOrganisation(folder, count)
    const files = readdirSync(folder).sort()
    return { counts, texts: files.map((file) => readFileSync(join(folder, file), 'utf8')) }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

it('has as many entities as it was asked for, and about six relations for each', () => {
  const { counts, texts } = written(1_000)
  const documents = texts.flatMap((text) => parseAllDocuments(text).map((document) => document.toJS()))
  expect(documents).toHaveLength(1_000)
  const relations = documents.reduce((sum, { spec }) => {
    const lists = ['providesApis', 'consumesApis', 'dependsOn'].map((key) => spec[key]?.length ?? 0)
    return lists.reduce((a, b) => a + b, sum) + (spec.owner ? 1 : 0) + (spec.system ? 1 : 0)
  }, 0)
  expect(counts).toEqual({ entities: 1_000, relations })
  expect(relations / documents.length).toBeGreaterThan(5.5)
  expect(relations / documents.length).toBeLessThan(6.5)
})

it('is the same for the same count', () => {
  expect(written(600)).toEqual(written(600))
})

it('names everything once', () => {
  const names = written(1_000).texts.flatMap((text) =>
    [...text.matchAll(/^ {2}name: (.+)$/gm)].map(([, name]) => name),
  )
  expect(new Set(names).size).toBe(1_000)
  expect(Object.values(shapeOf(1_000)).reduce((a, b) => a + b)).toBe(1_000)
})
