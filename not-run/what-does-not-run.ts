import { neo4jNotRun } from '../graph/src/conformance/neo4j-not-run.ts'
import { noBrowser } from './no-browser.ts'
import { noDocker } from './no-docker.ts'
import { noSharedData } from './no-shared-data.ts'

export interface WhatDoesNotRun {
  /** What tests are there for, and this machine can't run; each says why, and what would help. */
  readonly missing: readonly string[]
  /** Those of `missing` that are about the browser. */
  readonly noBrowser: readonly string[]
  /** What no tests are there for. */
  readonly untested: readonly string[]
}

/** What a run of all tests leaves out on this machine. Nothing is started to find it out. */
export async function whatDoesNotRun(): Promise<WhatDoesNotRun> {
  const browser = noBrowser()
  const missing = [...(await neo4jNotRun()), ...noSharedData(), ...browser]
  return { missing, noBrowser: browser, untested: noDocker() }
}
