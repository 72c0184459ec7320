import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { printSchema, schemaFile } from './print-schema.ts'

test('schema.graphql is what the code says; if not, run npx -y pnpm schema', () => {
  expect(readFileSync(schemaFile, 'utf8')).toBe(printSchema())
})
