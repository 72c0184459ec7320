import type { LoggedCommit } from '@alidade/graph'
import { InvalidInput, type Ref } from '@alidade/model'
import type { GraphView } from './graph-view.ts'

/** How many changes one call gives; who has had more asks again. */
const pageSize = 50_000

/** For each ref, the commits that changed it or a relation at it, oldest first, as far as the log goes back. */
export async function historiesOf(
  { store, revision }: GraphView,
  refs: readonly Ref[],
): Promise<readonly (readonly LoggedCommit[])[]> {
  const first = await fromOldest((since) => store.changes({ since, limit: pageSize, refs }))
  const commits = [...first.commits]
  for (let page = first; page.more; commits.push(...page.commits)) {
    page = await store.changes({ since: page.until, limit: pageSize, refs })
  }
  const upToNow = commits.filter((commit) => commit.revision <= revision)
  return refs.map((ref) => upToNow.flatMap((commit) => commitAt(commit, ref)))
}

/** What a reading of the log gives from a revision, or else from the oldest that the log goes back to. */
export async function fromOldest<Page>(read: (since: number) => Promise<Page>, since = 0): Promise<Page> {
  try {
    return await read(since)
  } catch (error) {
    const oldest =
      error instanceof InvalidInput && error.code === 'revision-too-old'
        ? /goes back to revision (\d+)/.exec(error.message)?.[1]
        : undefined
    if (oldest === undefined) throw error
    return read(Number(oldest))
  }
}

function commitAt(commit: LoggedCommit, ref: Ref): LoggedCommit[] {
  const entities = commit.delta.entities.filter(({ before, after }) => (after ?? before)?.ref === ref)
  const relations = commit.delta.relations.filter(({ before, after }) => {
    const { from, to } = after ?? before ?? {}
    return from === ref || to === ref
  })
  return entities.length + relations.length > 0 ? [{ ...commit, delta: { entities, relations } }] : []
}
