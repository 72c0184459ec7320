import { type Mention, makeRef, type Ref, type RelationStatement, type Statement } from '@alidade/model'
import { imageIdentity, parseImage, pathOf } from '../../images/image.ts'
import { isSecretKey, withoutCredentials } from '../../secrets.ts'
import type { HostNames } from '../names/hosts.ts'
import type { Placed, World } from '../names/world.ts'
import { mainContainer, runsOnce } from './containers.ts'
import { type Told, toldTo } from './environment.ts'

const partOf = 'app.kubernetes.io/part-of'

/** The System that a `part-of` label names: within itself, as a Compose project is. */
export function systemOf({ object, stance }: Placed): string | undefined {
  const name = object.labels[partOf] ?? stance.labels[partOf]
  return name !== undefined && name.length > 0 && name.length <= 500 ? name : undefined
}

export function systemRef(name: string): Ref {
  return makeRef('System', name, name)
}

/**
 * What a file says of one of its workloads. No value of its environment is kept, and no label that may hold a secret.
 * @param base the workload that it is laid over, where it is a patch
 */
export function workloadStatement(
  placed: Placed,
  base: Placed | undefined,
  world: World,
  names: HostNames,
  repository: string,
): Statement {
  const { ref, name, namespace, kind, type } = base ?? placed
  const { object, stance } = placed
  const told = toldTo(object, (config) => findConfigMap(world, namespace, config))
  const image = parseImage(mainContainer(object)?.image ?? '')
  const [owner] = repository.includes('/') ? repository.toLowerCase().split('/') : []
  const isOwn = image !== undefined && owner !== undefined && pathOf(image).startsWith(`${owner}/`)
  const environment = stance.environment === undefined ? {} : { environment: stance.environment }
  return {
    subject: { ref, name, scope: 'local' },
    description: {
      properties: {
        ...(type === undefined ? (runsOnce(object) ? { type: 'job' } : {}) : { type }),
        ...(image ? { image: image.tag === undefined ? image.name : `${image.name}:${image.tag}` } : {}),
        ...named(told),
      },
      labels: labelsOf(placed),
      annotations: {},
      line: object.line,
      confidence: 'inferred',
      reason: object.kind,
      ...environment,
      identities: isOwn && kind === 'Service' ? [imageIdentity(image)] : [],
      sameAs: [],
    },
    relations: relationsOf(placed, ref, namespace, told, names).map((each) => ({ ...each, ...environment })),
  }
}

function named({ configMaps, secrets }: Told) {
  return {
    ...(configMaps.length === 0 ? {} : { configMaps }),
    ...(secrets.length === 0 ? {} : { secrets }),
  }
}

function labelsOf({ object, stance }: Placed): Readonly<Record<string, string>> {
  const all = Object.entries({ ...object.labels, ...stance.labels })
  const kept = all.filter(([key]) => key !== '' && !isSecretKey(key))
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutCredentials(value)]))
}

/** Each place and reason once, never of a workload with itself. */
function relationsOf(
  placed: Placed,
  ref: Ref,
  namespace: string,
  { hosts }: Told,
  names: HostNames,
): readonly RelationStatement[] {
  const found = new Map<string, RelationStatement>()
  const system = systemOf(placed)
  if (system !== undefined) {
    const other: Mention = { ref: systemRef(system), name: system, scope: 'local' }
    const { line } = placed.object
    found.set('', { type: 'PART_OF', direction: 'out', other, line, confidence: 'inferred', reason: partOf })
  }
  for (const { host, reason, line, place, onlyKnown } of hosts) {
    for (const other of onlyKnown ? names.known(namespace, host) : names.mentions(namespace, host)) {
      const key = JSON.stringify([other.ref, reason, place?.file])
      if (other.ref === ref || found.has(key)) continue
      const at = place ? { place } : {}
      found.set(key, {
        type: 'DEPENDS_ON',
        direction: 'out',
        other,
        line,
        confidence: 'inferred',
        reason,
        ...at,
      })
    }
  }
  return [...found.values()]
}

/** A generated one is found by the name that it was given, whatever is put before or behind it. */
function findConfigMap({ placed }: World, namespace: string, name: string) {
  const maps = placed.filter(({ object }) => object.kind === 'ConfigMap')
  const found = maps.find(
    (each) => each.namespace === namespace && (each.name === name || each.object.name === name),
  )
  return found?.object
}
