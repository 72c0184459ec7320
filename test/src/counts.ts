import { z } from 'zod'

export interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

const vitest = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numPendingTests: z.int(),
  numTodoTests: z.int(),
  numFailedTestSuites: z.int(),
})

/** What vitest's JSON reporter counted; a file that could not be loaded counts as one that failed. */
export function countsOfVitest(json: string): Counts {
  const read = vitest.parse(JSON.parse(json))
  const failed = read.numFailedTests > 0 ? read.numFailedTests : read.numFailedTestSuites
  return { passed: read.numPassedTests, failed, skipped: read.numPendingTests + read.numTodoTests }
}

const playwright = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int(), skipped: z.int() }),
})

/** What Playwright's JSON reporter counted; what passed only when it was tried again has failed. */
export function countsOfPlaywright(json: string): Counts {
  const { expected, unexpected, flaky, skipped } = playwright.parse(JSON.parse(json)).stats
  return { passed: expected, failed: unexpected + flaky, skipped }
}

export function sumOf(counts: readonly Counts[]): Counts {
  return counts.reduce(
    (sum, { passed, failed, skipped }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
      skipped: sum.skipped + skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  )
}
