import type { Json } from '@alidade/model'
import { int } from './connection.ts'

// What queries in Neo4j's own browser are likely to ask for. All properties are in the JSON texts; these few stand
// beside them, since names that people make up would fill the list of property keys, which Neo4j never forgets.
const ofEntities = ['title', 'description', 'type', 'lifecycle', 'tags', 'email', 'channel']
const ofRelations = ['role', 'version', 'protocol']

type Properties = Readonly<Record<string, Json>>

/** The properties of an entity that a person can ask for in Cypher, as Neo4j holds them. */
export function readableOfEntity(properties: Properties): Record<string, unknown> {
  return readable(properties, ofEntities)
}

/** The same of a relation. */
export function readableOfRelation(properties: Properties): Record<string, unknown> {
  return readable(properties, ofRelations)
}

function readable(properties: Properties, names: readonly string[]): Record<string, unknown> {
  const found: Record<string, unknown> = {}
  for (const name of names) {
    const value = Object.hasOwn(properties, name) ? plain(properties[name]) : undefined
    if (value !== undefined) found[name] = value
  }
  return found
}

/** Neo4j holds text, numbers, truth, and lists of one of these. */
function plain(value: Json | undefined): unknown {
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return Number.isSafeInteger(value) ? int(value) : value
  return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : undefined
}
