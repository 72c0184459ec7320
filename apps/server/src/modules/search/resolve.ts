import { search } from '@alidade/analysis'
import type { Kind } from '@alidade/model'
import type { Context } from '../../context.ts'
import { entityNode } from '../../graph/entity-node.ts'
import { checkFirst } from '../../schema/page.ts'
import type { SearchResultModel } from './search.ts'

interface SearchArguments {
  readonly text: string
  readonly kinds?: readonly Kind[] | null | undefined
  readonly first?: number | null | undefined
}

const mostHits = 100

export function searchNames(
  _: unknown,
  { text, kinds, first }: SearchArguments,
  { view }: Context,
): SearchResultModel {
  const { total, hits } = search(view.snapshot, text, {
    first: checkFirst(first, mostHits),
    ...(kinds && { kinds }),
  })
  return {
    totalCount: total,
    hits: hits.map(({ ref, matched, score }) => ({ node: entityNode(view, ref), matched, score })),
  }
}
