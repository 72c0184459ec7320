import type { GraphView } from '../../graph/graph-view.ts'
import { builder } from '../../schema/builder.ts'
import { allSources, readerOf, recorded, repositoryOf, webAddress } from './resolve.ts'

/** A source in a view: its id says most of it, and the view what the store keeps of it. */
export interface SourceNode {
  readonly view: GraphView
  readonly id: string
}

export const Source = builder.objectRef<SourceNode>('Source').implement({
  description: 'Where facts come from: what one reader found in one repository, or what people stated.',
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false, description: '`<repository>/<reader>`, or `manual`.' }),
    repository: t.string({
      nullable: false,
      description: 'The path of its origin, or the name it was given; empty for `manual`.',
      resolve: repositoryOf,
    }),
    reader: t.string({
      nullable: false,
      description: 'What read it: `backstage`, `compose`, …',
      resolve: readerOf,
    }),
    origin: t.field({
      type: 'URL',
      description: 'The repository in its forge.',
      resolve: recorded(webAddress),
    }),
    commit: t.string({
      description: 'What was read, where it is known.',
      resolve: recorded(({ commit }) => commit),
    }),
    lastRead: t.field({
      type: 'DateTime',
      description: 'When it was last read; null for what is not read, like `manual`.',
      resolve: recorded(({ lastRead }) => lastRead),
    }),
  }),
})

builder.queryField('sources', (t) =>
  t.field({ type: [Source], description: 'All of them, by id.', resolve: allSources }),
)
