import { type Stats, stats } from '@alidade/analysis'
import type { GraphView } from '../../graph/graph-view.ts'
import { builder } from '../../schema/builder.ts'
import { EntityKind } from '../../schema/enums.ts'
import { Source } from '../source/source.ts'
import { countSources, isSampleOnly, oldestSource } from './resolve.ts'

const KindCount = builder.objectRef<Stats['kinds'][number]>('KindCount').implement({
  description: 'How many there are of one kind.',
  fields: (t) => ({
    kind: t.expose('kind', { description: 'The kind.', type: EntityKind, nullable: false }),
    count: t.exposeInt('count', { nullable: false, description: 'Unresolved ones included.' }),
    unresolved: t.exposeInt('unresolved', {
      description: 'How many of them nothing describes.',
      nullable: false,
    }),
  }),
})

const GraphInfo = builder.objectRef<GraphView>('GraphInfo').implement({
  description: 'What the graph is like as a whole.',
  fields: (t) => ({
    revision: t.int({
      nullable: false,
      description: 'Counts commits; the whole answer is of this one.',
      resolve: ({ revision }) => revision,
    }),
    engine: t.string({
      nullable: false,
      description: '`sqlite` or `neo4j`.',
      resolve: ({ store }) => store.engine,
    }),
    entityCount: t.int({
      nullable: false,
      description: 'How many entities there are, unresolved ones included.',
      resolve: ({ snapshot }) => snapshot.entityCount,
    }),
    relationCount: t.int({
      nullable: false,
      description: 'How many relations are stored.',
      resolve: ({ snapshot }) => snapshot.relationCount,
    }),
    sample: t.boolean({
      description: 'True while the graph is the sample organisation.',
      resolve: isSampleOnly,
    }),
    oldestSource: t.field({ type: Source, description: 'The one read longest ago.', resolve: oldestSource }),
    sourceCount: t.int({ description: 'How many sources there are.', resolve: countSources }),
    kinds: t.field({
      type: [KindCount],
      nullable: false,
      description: 'Those that the graph has.',
      resolve: ({ snapshot }) => stats(snapshot).kinds,
    }),
  }),
})

builder.queryField('graph', (t) =>
  t.field({
    type: GraphInfo,
    nullable: false,
    description: 'What the graph is like as a whole, and the revision that this answer is of.',
    resolve: (_root, _args, { view }) => view,
  }),
)
