import { InvalidInput } from '@alidade/model'
import { z } from 'zod'
import type { Context } from '../../context.ts'
import type { EntityNode } from '../../graph/entity-node.ts'
import type { GraphView } from '../../graph/graph-view.ts'
import { cursorsOf } from '../../schema/cursor.ts'
import { checkFirst } from '../../schema/page.ts'
import type { ChangePageModel } from './change.ts'
import { describeCommit } from './describe-change.ts'

const countedAtOnce = 20_000
const mostCounted = 100_000

interface First {
  readonly first?: number | null | undefined
}

/** How many changes up to and in which revision were given already. */
const place = z.object({ revision: z.int().min(1), given: z.int().min(0) })

export async function changesSince(
  _: unknown,
  { since, first, after }: First & { since: number; after?: string | null | undefined },
  { view }: Context,
): Promise<ChangePageModel> {
  if (since < 0)
    throw new InvalidInput('revision-out-of-bounds', `since is ${since}: give a revision, from 0`)
  const most = Math.max(checkFirst(first), 1)
  const cursors = cursorsOf(['changes', since])
  const at = after ? cursors.read(after, place) : { revision: since + 1, given: 0 }
  const page = await view.store.changes({ since: at.revision - 1, limit: at.given + most })
  // The store may be ahead of the revision that this answer is of.
  const seen = page.commits.filter(({ revision }) => revision <= view.revision)
  const changes = seen
    .flatMap((commit) => describeCommit(view, commit))
    .filter((change, place) => change.revision > at.revision || place >= at.given)
  const nodes = changes.slice(0, most)
  const last = nodes.at(-1)?.revision ?? at.revision
  const ofLast = nodes.filter(({ revision }) => revision === last).length
  const cut = changes.length > nodes.length
  const whole = Math.max(Math.min(page.until, view.revision), since)
  return {
    totalCount: () => countChanges(view, since),
    nodes,
    until: cut && changes[nodes.length]?.revision === last ? Math.max(last - 1, since) : cut ? last : whole,
    hasMore: cut || (page.more && page.until < view.revision),
    ...(nodes.length > 0 && {
      endCursor: () =>
        cursors.write({ revision: last, given: ofLast + (last === at.revision ? at.given : 0) }),
    }),
  }
}

/** Of a log that goes far back, the count would be a reading of all of it. */
export async function countChanges({ store, revision }: GraphView, since: number): Promise<number | null> {
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
