import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { inCi } from '../../not-run/environment.ts'
import { whatDoesNotRun } from '../../not-run/what-does-not-run.ts'
import { type Counts, countsOfPlaywright, countsOfVitest, sumOf } from './counts.ts'
import { type Outcome, summary } from './summary.ts'

const root = resolve(import.meta.dirname, '../..')
const results = resolve(root, 'test/results')

/** A part of all tests: a command, and where the counts stand that it leaves. */
interface Part {
  readonly name: string
  readonly command: readonly [string, ...string[]]
  readonly counts?: () => Counts
  /** Why it can't run on this machine. */
  readonly missing?: readonly string[]
}

const { missing, untested, noBrowser } = await whatDoesNotRun()
const parts: readonly Part[] = [
  { name: 'types, lint, import boundaries, unused code', command: ['pnpm', 'check'] },
  {
    name: 'unit, property and conformance tests',
    command: [
      'vitest',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${results}/vitest.json`,
    ],
    counts: () => countsOfVitest(read('vitest.json')),
  },
  {
    name: 'tests in a browser',
    command: ['pnpm', 'e2e'],
    counts: () => countsOfPlaywright(read('playwright.json')),
    missing: noBrowser,
  },
]

rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })
const outcomes: Outcome[] = []
for (const part of parts) {
  if (!part.missing?.length) outcomes.push(await run(part))
}
const ok = outcomes.every((outcome) => outcome.ok) && !(inCi && missing.length > 0)
const total = sumOf(outcomes.flatMap(({ counts }) => (counts ? [counts] : [])))
console.log(summary({ outcomes, total, missing, untested, inCi }))
process.exitCode = ok && total.failed === 0 && total.passed > 0 ? 0 : 1

async function run({ name, command: [program, ...args], counts }: Part): Promise<Outcome> {
  console.log(`\n# ${name}\n`)
  const started = performance.now()
  const code = await new Promise<number | null>((done, fail) => {
    spawn(program, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
      .on('error', fail)
      .on('close', done)
  })
  const seconds = Math.round((performance.now() - started) / 1000)
  // A part that broke before its end left no counts; it has failed all the same.
  const counted = counts && attempt(counts)
  return {
    name,
    seconds,
    ok: code === 0 && (!counts || counted !== undefined),
    ...(counted && { counts: counted }),
  }
}

function attempt<Result>(make: () => Result): Result | undefined {
  try {
    return make()
  } catch (error) {
    console.error(`its results can't be read: ${error instanceof Error ? error.message : String(error)}`)
    return undefined
  }
}

function read(file: string): string {
  return readFileSync(resolve(results, file), 'utf8')
}
