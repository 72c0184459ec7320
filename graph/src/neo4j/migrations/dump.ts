import neo4j, { type Driver, isInt } from 'neo4j-driver'

/** A whole database as JSON, from which `load` makes it again. */
export interface Dump {
  /** Cypher, by name. */
  readonly schema: readonly string[]
  readonly nodes: readonly { readonly labels: readonly string[]; readonly properties: DumpedProperties }[]
  /** Between the nodes at these places in `nodes`. */
  readonly relationships: readonly {
    readonly from: number
    readonly type: string
    readonly to: number
    readonly properties: DumpedProperties
  }[]
}

/** A number is a whole one; bytes are `{base64}`. The store holds no fractions in properties of its own. */
type DumpedProperties = Readonly<Record<string, unknown>>

/** @param driver one that gives whole numbers as `Integer`, as it does by default */
export async function dump(driver: Driver): Promise<Dump> {
  const rows = async (cypher: string) =>
    (await driver.executeQuery(cypher)).records.map((record) => record.toObject())
  const constraints = await rows(
    'SHOW CONSTRAINTS YIELD name, createStatement RETURN createStatement ORDER BY name',
  )
  // Those of constraints are made with them.
  const indexes = await rows(
    `SHOW INDEXES YIELD name, type, createStatement, owningConstraint
     WHERE type <> 'LOOKUP' AND owningConstraint IS NULL RETURN createStatement ORDER BY name`,
  )
  const nodes = await rows(
    'MATCH (n) RETURN elementId(n) AS id, labels(n) AS labels, properties(n) AS properties',
  )
  const relationships = await rows(
    `MATCH (f)-[r]->(t)
     RETURN elementId(f) AS from, type(r) AS type, elementId(t) AS to, properties(r) AS properties`,
  )
  const places = new Map(nodes.map(({ id }, place) => [id, place]))
  return {
    schema: [...constraints, ...indexes].map(({ createStatement }) => createStatement),
    nodes: nodes.map(({ labels, properties }) => ({ labels: labels.sort(), properties: dumped(properties) })),
    relationships: relationships.map(({ from, type, to, properties }) => ({
      from: places.get(from) ?? -1,
      type,
      to: places.get(to) ?? -1,
      properties: dumped(properties),
    })),
  }
}

/** Makes the database just what was dumped. */
export async function load(driver: Driver, { schema, nodes, relationships }: Dump): Promise<void> {
  await clear(driver)
  for (const statement of schema) await driver.executeQuery(statement)
  const ids: string[] = []
  for (const { labels, properties } of nodes) {
    const { records } = await driver.executeQuery(
      'CREATE (n:$($labels)) SET n = $properties RETURN elementId(n) AS id',
      { labels, properties: loaded(properties) },
    )
    ids.push(records[0]?.get('id'))
  }
  for (const { from, type, to, properties } of relationships) {
    await driver.executeQuery(
      `MATCH (f) WHERE elementId(f) = $from
       MATCH (t) WHERE elementId(t) = $to
       CREATE (f)-[r:$($type)]->(t) SET r = $properties`,
      { from: ids[from], to: ids[to], type, properties: loaded(properties) },
    )
  }
}

/** Takes away everything, the schema too. */
export async function clear(driver: Driver): Promise<void> {
  await driver.executeQuery('MATCH (n) DETACH DELETE n')
  const { records: constraints } = await driver.executeQuery('SHOW CONSTRAINTS YIELD name RETURN name')
  for (const record of constraints) await driver.executeQuery(`DROP CONSTRAINT ${record.get('name')}`)
  const { records: indexes } = await driver.executeQuery(
    "SHOW INDEXES YIELD name, type WHERE type <> 'LOOKUP' RETURN name",
  )
  for (const record of indexes) await driver.executeQuery(`DROP INDEX ${record.get('name')}`)
}

function dumped(properties: Readonly<Record<string, unknown>>): DumpedProperties {
  const entries = Object.entries(properties).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([name, value]) => [name, dumpedValue(value)]))
}

function dumpedValue(value: unknown): unknown {
  if (isInt(value)) return value.toNumber()
  if (value instanceof Int8Array)
    return { base64: Buffer.from(value.buffer, value.byteOffset, value.length).toString('base64') }
  if (typeof value === 'number') throw new Error(`a dump has no form for the fraction ${value}`)
  return value
}

function loaded(properties: DumpedProperties): Record<string, unknown> {
  return Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, loadedValue(value)]))
}

function loadedValue(value: unknown): unknown {
  if (typeof value === 'number') return neo4j.int(value)
  if (typeof value === 'object' && value !== null && 'base64' in value) {
    return new Int8Array(Buffer.from(String(value.base64), 'base64'))
  }
  return value
}
