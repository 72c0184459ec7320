import { InvalidInput } from '@alidade/model'
import type { Connection } from './connection.ts'

/** The long-term release that takes labels and types from parameters. */
const oldest = { major: 5, minor: 26 }

/**
 * Finds out whether the server is there and lets us in.
 * @throws InvalidInput `store-too-old` for one older than 5.26
 */
export async function refuseOldServer({ driver }: Connection, where: string): Promise<void> {
  const { agent = '' } = await driver.getServerInfo()
  const [, major = '', minor = ''] = /^Neo4j\/(\d+)\.(\d+)/.exec(agent) ?? []
  // A name that is not understood is no reason to refuse.
  if (major === '' || Number(major) > oldest.major) return
  if (Number(major) === oldest.major && Number(minor) >= oldest.minor) return
  throw new InvalidInput('store-too-old', `${where} is ${agent}, and Alidade needs 5.26 or newer: upgrade it`)
}
