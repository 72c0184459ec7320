import type { ImportReport } from '@alidade/server'
import { expect, it } from 'vitest'
import { importText } from './import-text.ts'

const nothing = { added: 0, changed: 0, removed: 0 }
const problem = {
  source: 'a/backstage',
  code: 'yaml-malformed',
  severity: 'error',
  message: 'mend it',
} as const
const report: ImportReport = {
  dryRun: false,
  revision: 7,
  sources: [],
  entities: nothing,
  relations: nothing,
  problems: Array.from({ length: 1_234 }, (_, n) => ({ ...problem, file: 'a.yaml', line: n + 1 })),
  sampleRemoved: ['sample/backstage', 'sample/compose'],
  unresolved: [],
  milliseconds: 12,
}

it('cuts no list without saying how much is left and where it is, and says that the sample has left', () => {
  const text = importText(report, 'here')
  expect(text).toContain('\n1,234 problems:\n  error a.yaml:1 mend it [yaml-malformed]\n')
  expect(text).toMatch(/… and 1,184 more: --json lists all\n$/)
  expect(text).toContain('The sample organisation has left for it: sample/backstage, sample/compose.')
  expect(importText({ ...report, dryRun: true }, 'here')).toContain(
    'The sample organisation would leave for it',
  )
})
