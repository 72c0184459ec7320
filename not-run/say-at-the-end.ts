import { inCi } from './environment.ts'
import { whatDoesNotRun } from './what-does-not-run.ts'

/**
 * Runs after all tests (vitest's globalSetup), so that what was left out can't pass for what passed. In continuous
 * integration nothing may be left out: the run fails.
 */
export async function teardown(): Promise<void> {
  const { missing, untested } = await whatDoesNotRun()
  for (const reason of [...missing, ...untested]) console.warn(`not run here: ${reason}`)
  if (!inCi || missing.length === 0) return
  console.error(
    `CI is set, so all of it has to run, and ${missing.length} of the above did not: the run fails`,
  )
  process.exitCode = 1
}
