import { canonicalJson, type Entity, type EntityStatement, type Json } from '@alidade/model'
import type { Context } from '../../context.ts'
import { type EntityNode, entityAt, entityNode, findEntity } from '../../graph/entity-node.ts'
import type { GraphView } from '../../graph/graph-view.ts'
import { keyValues } from '../../schema/key-value.ts'
import { evidenceNodes } from '../evidence/resolve.ts'
import type { CandidateModel, LinkModel, PropertyModel, StatementModel } from './said.ts'

export const entityByRef = (_: unknown, { ref }: { ref: string }, { view }: Context) => findEntity(view, ref)

// What the snapshot knows.

export const ownersOf = ({ view, summary }: EntityNode): EntityNode[] =>
  summary.owners.map((owner) => entityNode(view, owner))

export const groupOf =
  (grouping: 'system' | 'domain') =>
  ({ view, summary }: EntityNode): EntityNode | null =>
    entityAt(view, summary[grouping])

// What the store says: null of one that has gone since the view.

const fromBody =
  <Part>(part: (body: Entity, view: GraphView) => Part) =>
  async ({ view, ref }: EntityNode, _: object, { loaders }: Context): Promise<Part | null> => {
    const body = await loaders.body(view, ref)
    return body ? part(body, view) : null
  }

export const descriptionOf = fromBody(({ properties: { description } }) =>
  typeof description === 'string' ? description : null,
)

export const linksOf = fromBody(({ properties: { links } }) =>
  Array.isArray(links) ? links.flatMap(linkOf) : [],
)

/** A source may write anything there; what has no address is no link. */
function linkOf(said: Json): LinkModel[] {
  if (typeof said !== 'object' || said === null || Array.isArray(said)) return []
  const { url, title, icon, type } = said as Readonly<Record<string, Json>>
  if (typeof url !== 'string') return []
  const texts = Object.entries({ title, icon, type }).filter(([, value]) => typeof value === 'string')
  return [{ url, ...Object.fromEntries(texts) }]
}

export const labelsOf = fromBody(({ labels }) => keyValues(labels))

export const annotationsOf = fromBody(({ annotations }) => keyValues(annotations))

export const propertiesOf = fromBody(({ properties, statements }): PropertyModel[] =>
  inKeyOrder(properties).map(([key, value]) => {
    const saying = statements.filter((statement) => key in statement.properties)
    return { key, value, source: saying[0]?.source ?? '', differs: differ(saying, key) }
  }),
)

function differ(saying: readonly EntityStatement[], key: string): boolean {
  return new Set(saying.map(({ properties }) => canonicalJson(properties[key]))).size > 1
}

export const aliasesOf = fromBody(({ aliases }) => aliases)

export const candidatesOf = fromBody(({ candidates }, view): CandidateModel[] =>
  candidates.flatMap(({ ref, reason }) => {
    const entity = entityAt(view, ref)
    return entity ? [{ entity, reason }] : []
  }),
)

export const statementsOf = fromBody(({ statements }, view): StatementModel[] =>
  statements.map(({ source, properties, labels, annotations, evidence, moreEvidence }) => ({
    source: { view, id: source },
    properties: inKeyOrder(properties).map(([key, value]) => {
      const saying = statements.filter((other) => key in other.properties)
      return { key, value, source, differs: differ(saying, key) }
    }),
    labels: keyValues(labels),
    annotations: keyValues(annotations),
    evidence: evidenceNodes(view, evidence),
    moreEvidence,
  })),
)

export const mentionsOf = fromBody(({ mentions, moreMentions }, view) => ({
  totalCount: mentions.length + moreMentions,
  nodes: evidenceNodes(view, mentions),
}))

function inKeyOrder(properties: Readonly<Record<string, Json>>): [string, Json][] {
  return Object.entries(properties).sort(([a], [b]) => (a < b ? -1 : 1))
}
