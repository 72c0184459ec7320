import { describe, expect, it } from 'vitest'
import { countsOfPlaywright, countsOfVitest, sumOf } from './counts.ts'
import { summary } from './summary.ts'

describe('the counts of a run', () => {
  it('are what vitest counted, and a file that would not load has failed', () => {
    const counted = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1 }
    expect(countsOfVitest(JSON.stringify({ ...counted, numFailedTestSuites: 0 }))).toEqual({
      passed: 5,
      failed: 0,
      skipped: 2,
    })
    expect(countsOfVitest(JSON.stringify({ ...counted, numFailedTestSuites: 2 })).failed).toBe(2)
  })

  it('do not take for passed what passed at the second try', () => {
    const stats = { expected: 3, unexpected: 1, flaky: 1, skipped: 0 }
    expect(countsOfPlaywright(JSON.stringify({ stats }))).toEqual({ passed: 3, failed: 2, skipped: 0 })
  })

  it('are refused where there are none', () => {
    expect(() => countsOfVitest('{}')).toThrow()
    expect(() => countsOfPlaywright('')).toThrow()
  })
})

describe('the closing summary', () => {
  const counts = { passed: 7, failed: 0, skipped: 0 }
  const outcomes = [
    { name: 'types', seconds: 3, ok: true },
    { name: 'unit tests', seconds: 12, ok: true, counts },
  ]

  it('ends in the count, and names what did not run', () => {
    const lines = summary({
      outcomes,
      total: sumOf([counts]),
      missing: ['Neo4j: no Java'],
      untested: [],
      inCi: false,
    })
    expect(lines.split('\n')).toEqual([
      '',
      'types       passed (3 s)',
      'unit tests  7 passed, 0 failed (12 s)',
      'not run here: Neo4j: no Java',
      '7 passed, 0 failed',
    ])
  })

  it('says that a run fails in which something was left out', () => {
    const said = summary({ outcomes, total: counts, missing: ['Neo4j: no Java'], untested: [], inCi: true })
    expect(said).toContain('the run fails')
  })

  it('does not hide a part that broke after its last test', () => {
    const broke = [{ name: 'unit tests', seconds: 1, ok: false, counts }]
    const said = summary({ outcomes: broke, total: counts, missing: [], untested: [], inCi: false })
    expect(said).toContain('7 passed, 0 failed, and broke (1 s)')
  })
})
