import { neo4jNotRun } from '../graph/src/conformance/neo4j-servers.ts'
import { noBrowser } from './no-browser.ts'
import { noDocker } from './no-docker.ts'
import { noSharedData } from './no-shared-data.ts'

export interface WhatDoesNotRun {
  /** What tests are there for, and this machine can't run; each says why, and what would help. */
  readonly missing: readonly string[]
  /** What no tests are there for. */
  readonly untested: readonly string[]
}

/** What a run of all tests leaves out on this machine. Nothing is started to find it out. */
export async function whatDoesNotRun(): Promise<WhatDoesNotRun> {
  return { missing: [...(await neo4jNotRun()), ...noSharedData(), ...noBrowser()], untested: noDocker() }
}
