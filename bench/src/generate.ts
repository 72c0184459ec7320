import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const entitiesInFile = 500
const relationsEach = 6

/** How many of each kind a generated organisation has. */
export interface Shape {
  readonly teams: number
  readonly systems: number
  readonly apis: number
  readonly resources: number
  readonly services: number
}

/** The shape of an organisation of `count` entities: mostly services, as in the catalogues we have seen. */
export function shapeOf(count: number): Shape {
  const part = (share: number) => Math.max(1, Math.round(count * share))
  const shape = { teams: part(0.02), systems: part(0.05), apis: part(0.2), resources: part(0.13) }
  return { ...shape, services: count - Object.values(shape).reduce((sum, size) => sum + size) }
}

/**
 * Writes an organisation as Backstage descriptors, 500 to a file, the same for the same count: about six relations for
 * each entity, most of them from services. Names of what is depended on are skewed, so that there are hubs.
 * @returns how many entities and relations the files state
 */
export function writeOrganisation(folder: string, count: number): { entities: number; relations: number } {
  const shape = shapeOf(count)
  const random = seeded(count)
  const pick = (size: number) => Math.floor(size * random() ** 2)
  const relationsOfService = Math.round(
    (relationsEach * count - 2 * (count - shape.services)) / shape.services,
  )
  const documents: string[] = []
  let relations = 0
  for (let n = 0; n < shape.teams; n++)
    documents.push(entity('Group', `team-${n}`, ['  type: team', '  children: []']))
  for (let n = 0; n < shape.systems; n++) {
    documents.push(entity('System', `system-${n}`, [owner()]))
  }
  for (let n = 0; n < shape.apis; n++) {
    documents.push(
      entity('API', `api-${n}`, [
        '  type: openapi',
        '  lifecycle: production',
        owner(),
        system(),
        '  definition: none',
      ]),
    )
    relations++
  }
  for (let n = 0; n < shape.resources; n++) {
    documents.push(entity('Resource', `resource-${n}`, ['  type: database', owner(), system()]))
    relations++
  }
  for (let n = 0; n < shape.services; n++) documents.push(service(n))
  relations += count - shape.teams

  mkdirSync(folder, { recursive: true })
  for (let start = 0; start < documents.length; start += entitiesInFile) {
    const file = join(folder, `catalog-${String(start / entitiesInFile).padStart(4, '0')}.yaml`)
    writeFileSync(file, documents.slice(start, start + entitiesInFile).join('---\n'))
  }
  return { entities: count, relations }

  function owner(): string {
    return `  owner: team-${pick(shape.teams)}`
  }
  function system(): string {
    return `  system: system-${pick(shape.systems)}`
  }
  function service(n: number): string {
    const others = relationsOfService - 2
    const consumed = distinct(Math.ceil(others / 3), () => `api-${pick(shape.apis)}`)
    const provided = n < shape.apis ? [`api-${n}`] : []
    const needed = distinct(others - consumed.length - provided.length, () =>
      random() < 0.3
        ? `resource:resource-${pick(shape.resources)}`
        : `component:service-${(n + 1 + pick(shape.services - 1)) % shape.services}`,
    )
    relations += 1 + consumed.length + provided.length + needed.length
    const list = (name: string, items: readonly string[]) =>
      items.length > 0 ? [`  ${name}:`, ...items.map((item) => `    - ${item}`)] : []
    return entity('Component', `service-${n}`, [
      '  type: service',
      `  lifecycle: ${random() < 0.05 ? 'deprecated' : 'production'}`,
      owner(),
      system(),
      ...list('providesApis', provided),
      ...list('consumesApis', consumed),
      ...list('dependsOn', needed),
    ])
  }
}

function entity(kind: string, name: string, spec: readonly string[]): string {
  const head = ['apiVersion: backstage.io/v1alpha1', `kind: ${kind}`, 'metadata:', `  name: ${name}`]
  const about = [`  description: ${kind} ${name} of a generated organisation`, '  tags: [generated]', 'spec:']
  return [...head, ...about, ...spec, ''].join('\n')
}

function distinct(count: number, make: () => string): string[] {
  const made = new Set<string>()
  for (let tries = 0; made.size < count && tries < count * 20; tries++) made.add(make())
  return [...made]
}

/** Numbers from 0 up to 1, the same for the same seed. @see mulberry32 by Tommy Ettinger, public domain */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
