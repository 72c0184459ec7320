import { InvalidInput } from '@alidade/model'
import type { Context } from '../../context.ts'
import type { EntityNode } from '../../graph/entity-node.ts'
import type { GraphView } from '../../graph/graph-view.ts'
import { checkFirst } from '../../schema/page.ts'
import type { ChangePageModel } from './change.ts'
import { describeCommit } from './describe-change.ts'

const countedAtOnce = 20_000
const mostCounted = 100_000

interface First {
  readonly first?: number | null | undefined
}

export async function changesSince(
  _: unknown,
  { since, first }: First & { since: number },
  { view }: Context,
): Promise<ChangePageModel> {
  if (since < 0)
    throw new InvalidInput('revision-out-of-bounds', `since is ${since}: give a revision, from 0`)
  const limit = Math.max(checkFirst(first), 1)
  const { commits, until, more } = await view.store.changes({ since, limit })
  // The store may be ahead of the revision that this answer is of.
  const seen = commits.filter(({ revision }) => revision <= view.revision)
  return {
    totalCount: () => countChanges(view, since),
    nodes: seen.flatMap((commit) => describeCommit(view, commit)),
    until: Math.max(Math.min(until, view.revision), since),
    hasMore: more && until < view.revision,
  }
}

/** Of a log that goes far back, the count would be a reading of all of it. */
async function countChanges({ store, revision }: GraphView, since: number): Promise<number | null> {
  let count = 0
  for (let at = since; ; ) {
    const { commits, until, more } = await store.changes({ since: at, limit: countedAtOnce })
    for (const { delta, revision: of } of commits) {
      if (of <= revision) count += delta.entities.length + delta.relations.length
    }
    if (count > mostCounted) return null
    if (!more || until >= revision) return count
    at = until
  }
}

export async function historyOf(
  { view, ref }: EntityNode,
  { first }: First,
  { loaders }: Context,
): Promise<ChangePageModel> {
  const most = checkFirst(first)
  const commits = await loaders.history(view, ref)
  const all = commits.toReversed().flatMap((commit) => describeCommit(view, commit))
  return {
    totalCount: () => all.length,
    nodes: all.slice(0, most),
    until: view.revision,
    hasMore: all.length > most,
  }
}
