import type { Json } from '@alidade/model'
import SchemaBuilder from '@pothos/core'
import ComplexityPlugin from '@pothos/plugin-complexity'
import RelayPlugin from '@pothos/plugin-relay'
import type { Context } from '../context.ts'
import { type EntityNode, findEntity } from '../graph/entity-node.ts'
import { decodeId, encodeId } from './entity-id.ts'

/** What every module adds its types and fields to. */
export const builder = new SchemaBuilder<{
  Context: Context
  Scalars: {
    Ref: { Input: string; Output: string }
    DateTime: { Input: string; Output: string }
    URL: { Input: string; Output: string }
    JSON: { Input: Json; Output: Json }
  }
}>({
  plugins: [RelayPlugin, ComplexityPlugin],
  relay: {
    encodeGlobalID: encodeId,
    decodeGlobalID: decodeId,
    nodesQueryOptions: false,
    nodeTypeOptions: {
      description: 'Anything that has an id of its own.',
      resolveType: (node) => (node as EntityNode).kind,
    },
    idFieldOptions: { description: 'Opaque.' },
    nodeQueryOptions: {
      description: 'What has this id; null where there is nothing.',
      args: { id: { description: 'As an answer had it.' } },
      resolve: (_root, { id }, { view }) => findEntity(view, id.id),
    },
  },
  // A field costs 1; what it holds costs as many times as often as it may come. See query/limits.ts for what is allowed.
  complexity: { disabled: true, defaultListMultiplier: 5 },
})

builder.queryType({
  description: 'What can be asked. Every part of an answer is from one revision of the graph.',
})
builder.mutationType({ description: 'What can be changed. Every change is kept with who made it.' })
