import type { Counts } from './counts.ts'

/** How one part of all tests went. */
export interface Outcome {
  readonly name: string
  readonly seconds: number
  readonly ok: boolean
  readonly counts?: Counts
}

interface Ran {
  readonly outcomes: readonly Outcome[]
  readonly total: Counts
  /** What tests are there for and this machine can't run. */
  readonly missing: readonly string[]
  readonly untested: readonly string[]
  readonly inCi: boolean
}

/** The closing lines of a run of all tests: what ran, how it went, what did not run and why, and the count. */
export function summary({ outcomes, total, missing, untested, inCi }: Ran): string {
  const width = Math.max(...outcomes.map(({ name }) => name.length))
  const failure = inCi && missing.length > 0 ? ['CI is set, so all of it has to run: the run fails'] : []
  return [
    '',
    ...outcomes.map((outcome) => `${outcome.name.padEnd(width)}  ${howItWent(outcome)}`),
    ...[...missing, ...untested].map((reason) => `not run here: ${reason}`),
    ...failure,
    countLine(total),
  ].join('\n')
}

function howItWent({ ok, seconds, counts }: Outcome): string {
  const said = counts ? countLine(counts) : ok ? 'passed' : 'failed'
  return `${said}${counts && !ok && counts.failed === 0 ? ', and broke' : ''} (${seconds} s)`
}

function countLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
