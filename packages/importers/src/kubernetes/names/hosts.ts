import { type Kind, type Mention, makeRef } from '@alidade/model'
import { isOwnMachine, isPublicDomain } from '../../hosts/host-name.ts'
import { keyOf, type ServiceName, servicesOf, workloadsOf } from './services.ts'
import type { Placed, World } from './world.ts'

/** Who is called by which host name. */
export interface HostNames {
  readonly services: ReadonlyMap<string, ServiceName>
  /** What the files themselves define under a name, as the namespace would call it. */
  known(namespace: string, host: string): readonly Mention[]
  /** What a host means in a namespace; none for the machine and the cluster themselves. */
  mentions(namespace: string, host: string): readonly Mention[]
}

const hostKinds: readonly Kind[] = ['Service', 'Resource']
const privateEnd = /^(?:internal|local|lan|corp|home|intranet|private|localdomain)$/
const ownCluster = /^kubernetes(?:\.default(?:\.svc.*)?)?$/

/** @see https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/ */
export function hostNames(world: World): HostNames {
  const services = servicesOf(world)
  const workloads = workloadsOf(world)
  const namespaces = new Set(world.placed.map(({ namespace }) => namespace.toLowerCase()))

  const named = (namespace: string, name: string): readonly Mention[] => {
    const key = keyOf(namespace, name)
    const service = services.get(key)
    if (!service)
      return (workloads.has(key) ? [workloads.get(key)] : []).flatMap((each) => each ?? []).map(toPlaced)
    if (service.external !== undefined) return outside(namespace, service.external)
    if (service.targets.length === 1 || service.isTaken) return service.targets.map(toPlaced)
    return [{ ref: service.ref, name: service.placed.name, scope: 'local' }]
  }

  const known = (namespace: string, host: string): readonly Mention[] => {
    const [first = '', second, third] = host.toLowerCase().replace(/\.$/, '').split('.')
    const cluster = inCluster(host)
    if (cluster) return named(cluster.namespace, cluster.name)
    if (second === undefined) return named(namespace, first)
    if (third !== undefined) return []
    if (namespaces.has(second)) return named(second, first)
    // A pod of a StatefulSet, by the Service that governs it: `db-0.db`.
    return services.has(keyOf(namespace, second)) ? named(namespace, second) : []
  }

  const outside = (namespace: string, host: string): readonly Mention[] => {
    const plain = host.toLowerCase().replace(/\.$/, '')
    if (isOwnMachine(host) || ownCluster.test(plain)) return []
    const cluster = inCluster(plain)
    if (cluster) return [bare(cluster.namespace, cluster.name, host)]
    const [first = '', second, third] = plain.split('.')
    const isOfNamespace = second !== undefined && third === undefined && /^[a-z][\w-]*$/.test(second)
    if (isOfNamespace && (namespaces.has(second) || !(isPublicDomain(plain) || privateEnd.test(second))))
      return [bare(second, first, host)]
    if (isPublicDomain(plain)) return [resource('default', plain, host)]
    if (plain.includes('.') || plain.includes(':')) return [resource(namespace, plain, host)]
    return [bare(namespace, plain, host)]
  }

  return {
    services,
    known,
    mentions(namespace, host) {
      if (isOwnMachine(host)) return []
      const own = known(namespace, host)
      return own.length > 0 ? own : outside(namespace, host)
    },
  }
}

function toPlaced({ ref, name }: Placed): Mention {
  return { ref, name, scope: 'local' }
}

/** `cart.shop.svc`, `db-0.db.shop.svc.cluster.local`. */
function inCluster(host: string): { readonly name: string; readonly namespace: string } | undefined {
  const [, name, namespace] =
    /^(?:[\w-]+\.)?([\w-]+)\.([\w-]+)\.svc(?:\.[\w.-]+)?$/.exec(host.toLowerCase().replace(/\.$/, '')) ?? []
  return name && namespace ? { name, namespace } : undefined
}

function bare(namespace: string, name: string, host: string): Mention {
  return { ref: makeRef('Service', namespace, name), name: host, scope: 'bare', kinds: hostKinds }
}

function resource(namespace: string, plain: string, host: string): Mention {
  return {
    ref: makeRef('Resource', namespace, plain),
    name: host,
    scope: 'bare',
    kinds: ['Resource', 'Service'],
  }
}
