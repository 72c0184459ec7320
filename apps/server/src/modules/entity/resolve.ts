import { canonicalJson, type Entity, type EntityStatement, type Json } from '@alidade/model'
import type { Context } from '../../context.ts'
import { type EntityNode, entityAt, entityNode, findEntity } from '../../graph/entity-node.ts'
import { type KeyValueModel, keyValues } from '../../schema/key-value.ts'
import { evidenceNodes } from '../evidence/resolve.ts'
import type {
  CandidateModel,
  LinkModel,
  MentionsModel,
  PropertyModel,
  ReasonedRef,
  StatementModel,
} from './said.ts'

export const entityByRef = (_: unknown, { ref }: { ref: string }, { view }: Context) => findEntity(view, ref)

// What the snapshot knows.

export const ownersOf = ({ view, summary }: EntityNode): EntityNode[] =>
  summary.owners.map((owner) => entityNode(view, owner))

export const groupOf =
  (grouping: 'system' | 'domain') =>
  ({ view, summary }: EntityNode): EntityNode | null =>
    entityAt(view, summary[grouping])

// What the store says: of one that has gone since, nothing.

const bodyOf = ({ view, ref }: EntityNode, { loaders }: Context) => loaders.body(view, ref)

export async function descriptionOf(node: EntityNode, _: object, context: Context): Promise<string | null> {
  const description = (await bodyOf(node, context))?.properties.description
  return typeof description === 'string' ? description : null
}

export async function linksOf(node: EntityNode, _: object, context: Context): Promise<LinkModel[]> {
  const links = (await bodyOf(node, context))?.properties.links
  return Array.isArray(links) ? links.flatMap(linkOf) : []
}

/** A source may write anything there; what has no address is no link. */
function linkOf(said: Json): LinkModel[] {
  if (typeof said !== 'object' || said === null || Array.isArray(said)) return []
  const { url, title, icon, type } = said as Readonly<Record<string, Json>>
  if (typeof url !== 'string') return []
  const texts = Object.entries({ title, icon, type }).filter(([, value]) => typeof value === 'string')
  return [{ url, ...Object.fromEntries(texts) }]
}

export const saidOf =
  (part: 'labels' | 'annotations') =>
  async (node: EntityNode, _: object, context: Context): Promise<KeyValueModel[]> =>
    keyValues((await bodyOf(node, context))?.[part] ?? {})

export async function propertiesOf(node: EntityNode, _: object, context: Context): Promise<PropertyModel[]> {
  const body = await bodyOf(node, context)
  return body ? mergedProperties(body) : []
}

function mergedProperties({ properties, statements }: Entity): PropertyModel[] {
  return inKeyOrder(properties).map(([key, value]) => {
    const saying = statements.filter((statement) => key in statement.properties)
    return { key, value, source: saying[0]?.source ?? '', differs: differ(saying, key) }
  })
}

function differ(saying: readonly EntityStatement[], key: string): boolean {
  return new Set(saying.map(({ properties }) => canonicalJson(properties[key]))).size > 1
}

export async function aliasesOf(
  node: EntityNode,
  _: object,
  context: Context,
): Promise<readonly ReasonedRef[]> {
  return (await bodyOf(node, context))?.aliases ?? []
}

export async function candidatesOf(node: EntityNode, _: object, context: Context): Promise<CandidateModel[]> {
  const body = await bodyOf(node, context)
  return (body?.candidates ?? []).flatMap(({ ref, reason }) => {
    const entity = entityAt(node.view, ref)
    return entity ? [{ entity, reason }] : []
  })
}

export async function statementsOf(
  node: EntityNode,
  _: object,
  context: Context,
): Promise<StatementModel[] | undefined> {
  const body = await bodyOf(node, context)
  return body?.statements.map((statement) => ({
    source: { view: node.view, id: statement.source },
    properties: inKeyOrder(statement.properties).map(([key, value]) => ({
      key,
      value,
      source: statement.source,
      differs: differ(
        body.statements.filter(({ properties }) => key in properties),
        key,
      ),
    })),
    labels: keyValues(statement.labels),
    annotations: keyValues(statement.annotations),
    evidence: evidenceNodes(node.view, statement.evidence),
  }))
}

export async function mentionsOf(
  node: EntityNode,
  _: object,
  context: Context,
): Promise<MentionsModel | undefined> {
  const body = await bodyOf(node, context)
  return (
    body && {
      totalCount: body.mentions.length + body.moreMentions,
      nodes: evidenceNodes(node.view, body.mentions),
    }
  )
}

function inKeyOrder(properties: Readonly<Record<string, Json>>): [string, Json][] {
  return Object.entries(properties).sort(([a], [b]) => (a < b ? -1 : 1))
}
