import type { LoggedCommit } from '@alidade/graph'
import type { Context } from '../../context.ts'
import type { GraphView } from '../../graph/graph-view.ts'
import { fromOldest } from '../../graph/history.ts'
import { checkFirst } from '../../schema/page.ts'
import type { ChangePageModel } from './change.ts'
import { describeCommit } from './describe-change.ts'
import { countChanges } from './resolve.ts'

const pageSize = 20_000

/**
 * The newest changes, newest first. The log is read forwards only, so ever longer stretches of its end are read, twice
 * as long each time, until there are enough or it begins.
 */
export async function latestChanges(
  _: unknown,
  { first }: { readonly first?: number | null | undefined },
  { view }: Context,
): Promise<ChangePageModel> {
  const most = checkFirst(first)
  for (let back = 1; ; back *= 2) {
    const since = Math.max(view.revision - back, 0)
    const { commits, begins } = await fromOldest((from) => stretch(view, from, since), since)
    const changes = commits.toReversed().flatMap((commit) => describeCommit(view, commit).reverse())
    if (changes.length <= most && !begins) continue
    return {
      totalCount: () => fromOldest((from) => countChanges(view, from)),
      nodes: changes.slice(0, most),
      until: view.revision,
      hasMore: changes.length > most,
    }
  }
}

/** The commits after `from`, and whether there are none before: the log begins later than the `wanted` revision. */
async function stretch({ store, revision }: GraphView, from: number, wanted: number) {
  const commits: LoggedCommit[] = []
  for (let at = from; at < revision; ) {
    const page = await store.changes({ since: at, limit: pageSize })
    commits.push(...page.commits.filter((commit) => commit.revision <= revision))
    if (!page.more) break
    at = page.until
  }
  return { commits, begins: from === 0 || from > wanted }
}
