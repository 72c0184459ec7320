import { execFileSync } from 'node:child_process'
import { buildSchema, findBreakingChanges } from 'graphql'

/** What clients written for one schema would miss in another, each in one line; both as text. */
export function breakingChanges(before: string, after: string): readonly string[] {
  return findBreakingChanges(buildSchema(before), buildSchema(after)).map(({ description }) => description)
}

/**
 * `schema.graphql` where this branch left main; undefined where there is no such thing to compare with (no git, a clone
 * without main, main without the file).
 */
export function schemaOfMain(folder: string): string | undefined {
  for (const main of ['origin/main', 'main']) {
    const base = git(folder, 'merge-base', 'HEAD', main)?.trim()
    const schema = base && git(folder, 'show', `${base}:schema.graphql`)
    if (schema) return schema
  }
  return undefined
}

function git(folder: string, ...command: readonly string[]): string | undefined {
  try {
    return execFileSync('git', command, {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  } catch {
    return undefined
  }
}
