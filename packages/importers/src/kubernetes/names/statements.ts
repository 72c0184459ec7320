import { type Alias, makeRef, type RelationStatement, type Statement } from '@alidade/model'
import { isHostName } from '../../hosts/host-name.ts'
import { valueAt, type YamlNode } from '../../yaml/node.ts'
import { textAt } from '../manifests/read-objects.ts'
import type { HostNames } from './hosts.ts'
import { keyOf } from './services.ts'
import type { Placed } from './world.ts'

/** A Service is another name of the workload that it leads to; one that leads to several depends on them. */
export function serviceStatement(placed: Placed, names: HostNames): Statement | undefined {
  const service = names.services.get(keyOf(placed.namespace, placed.name))
  if (!service || service.isTaken) return undefined
  const { targets, ref, external } = service
  const { line } = placed.object
  const [only, second] = targets
  const reason = `the Service ${placed.name} of the namespace ${placed.namespace}`
  const outside = external === undefined ? [] : names.mentions(placed.namespace, placed.name)
  const sameAs: Alias[] = [
    ...(only && !second && only.ref !== ref ? [{ ref: only.ref, reason }] : []),
    ...outside.map((mention) => ({ ref: mention.ref, reason })),
  ]
  const relations = second
    ? targets.map((target): RelationStatement => {
        const other = { ref: target.ref, name: target.name, scope: 'local' } as const
        return {
          type: 'DEPENDS_ON',
          direction: 'out',
          other,
          line,
          confidence: 'inferred',
          reason: 'selector',
        }
      })
    : []
  return statement(placed, { ref, name: placed.name, scope: 'local' }, sameAs, relations)
}

const mostHosts = 100

/** For each host of an Ingress or a route: a Resource that depends on what its paths lead to. */
export function routeStatements(placed: Placed, names: HostNames): readonly Statement[] {
  const { map, kind } = placed.object
  const spec = valueAt(map, 'spec')
  const rules = itemsOf(valueAt(spec, 'rules'))
  const routes = new Map<string, RelationStatement[]>()
  const add = (host: string, backend: YamlNode | undefined) => {
    const name =
      textAt(backend, 'service', 'name') ?? textAt(backend, 'serviceName') ?? textAt(backend, 'name')
    if (!isHostName(host) || name === undefined || name.length > 500 || routes.size >= mostHosts) return
    const namespace = textAt(backend, 'namespace') ?? placed.namespace
    for (const other of names.mentions(namespace, name)) {
      const before = routes.get(host) ?? []
      if (before.some((each) => each.other.ref === other.ref)) continue
      const line = backend?.line ?? placed.object.line
      const edge = { other, line, confidence: 'inferred', reason: kind } as const
      routes.set(host, [...before, { type: 'DEPENDS_ON', direction: 'out', ...edge }])
    }
  }
  if (kind === 'Ingress') {
    for (const rule of rules) {
      const host = textAt(rule, 'host') ?? ''
      for (const path of itemsOf(valueAt(rule, 'http', 'paths'))) add(host, valueAt(path, 'backend'))
    }
  } else {
    const hosts = itemsOf(valueAt(spec, 'hostnames')).flatMap((each) =>
      each.is === 'scalar' ? each.text : [],
    )
    for (const host of hosts)
      for (const rule of rules)
        for (const backend of itemsOf(valueAt(rule, 'backendRefs'))) add(host, backend)
  }
  return [...routes].flatMap(([host, relations]) => {
    const name = host.toLowerCase().replace(/\.$/, '')
    const ref = makeRef('Resource', name.includes('.') ? 'default' : placed.namespace, name)
    const others = relations.filter(({ other }) => other.ref !== ref)
    const it = statement(placed, { ref, name: host, scope: 'local' }, [], others)
    return [withType(it, kind.toLowerCase())]
  })
}

function withType(it: Statement, type: string): Statement {
  return it.description ? { ...it, description: { ...it.description, properties: { type } } } : it
}

function statement(
  { object, stance }: Placed,
  subject: Statement['subject'],
  sameAs: readonly Alias[],
  relations: readonly RelationStatement[],
): Statement {
  const environment = stance.environment === undefined ? {} : { environment: stance.environment }
  return {
    subject,
    description: {
      properties: {},
      labels: {},
      annotations: {},
      line: object.line,
      confidence: 'inferred',
      reason: object.kind,
      ...environment,
      identities: [],
      sameAs,
    },
    relations: relations.map((each) => ({ ...each, ...environment })),
  }
}

function itemsOf(node: YamlNode | undefined): readonly YamlNode[] {
  return node?.is === 'list' ? node.items : []
}
