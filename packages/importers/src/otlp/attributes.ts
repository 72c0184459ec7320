import { field, list, text } from './json-values.ts'

/**
 * The attributes that are looked at, each by its present name and those that it had before. No other is ever read:
 * statements, queries, headers and the names of users stay in the file.
 * @see https://opentelemetry.io/docs/specs/semconv/
 */
const namesOf = {
  service: ['service.name'],
  namespace: ['service.namespace'],
  environment: ['deployment.environment.name', 'deployment.environment'],
  peer: ['service.peer.name', 'peer.service'],
  peerNamespace: ['service.peer.namespace'],
  host: ['server.address', 'net.peer.name'],
  database: ['db.system.name', 'db.system'],
  schema: ['db.namespace', 'db.name'],
  messaging: ['messaging.system'],
  destination: ['messaging.destination.template', 'messaging.destination.name', 'messaging.destination'],
  temporary: [
    'messaging.destination.temporary',
    'messaging.destination.anonymous',
    'messaging.temp_destination',
  ],
  operation: ['messaging.operation.type', 'messaging.operation'],
} as const

type AttributeName = keyof typeof namesOf

interface Attribute {
  /** As it stands in the file: `db.system`. */
  readonly key: string
  readonly value: string
}

export type Attributes = Readonly<Partial<Record<AttributeName, Attribute>>>

const wanted = new Set<string>(Object.values(namesOf).flat())

/** Those that are looked at, of a list of `{key, value: {stringValue}}`; the present name wins over a former one. */
export function attributesOf(value: unknown): Attributes {
  const known = new Map<string, Attribute>()
  for (const each of list(value)) {
    const key = text(field(each, 'key'))
    if (key === undefined || !wanted.has(key)) continue
    const any = field(each, 'value')
    const said = field(any, 'boolValue') === true ? 'true' : text(field(any, 'stringValue'))
    if (said !== undefined) known.set(key, { key, value: said })
  }
  const found: Partial<Record<AttributeName, Attribute>> = {}
  for (const [name, keys] of Object.entries(namesOf)) {
    const key = keys.find((each) => known.has(each))
    const attribute = key === undefined ? undefined : known.get(key)
    if (attribute) found[name as AttributeName] = attribute
  }
  return found
}
