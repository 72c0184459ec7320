import { isIP } from 'node:net'
import { type Kind, type Mention, makeRef } from '@alidade/model'
import { clusterService, isHostName, isOwnMachine, isPublicDomain } from '../hosts/host-name.ts'
import type { Span } from './spans.ts'

/** What a span calls, as it says so itself. */
export interface Target {
  readonly mention: Mention
  /** Which attributes say so. */
  readonly reason: string
}

/** A name that can be kept: no address, no query, nothing that names a person or one conversation. */
const plainName = /^(?!.*[0-9a-f]{8}-[0-9a-f]{4}-)[\w .:/{}|$*#>-]{1,200}$/i

/** Databases that run within the service, unless they have a host. */
const embedded = /^(?:sqlite|h2|h2database|hsqldb|derby)$/

/** The database, queue, service or host that a client, producer or consumer names; none where it names none. */
export function targetOf(span: Span): Target | undefined {
  const { kind, attributes } = span
  if (kind === undefined || kind === 'server') return undefined
  if (attributes.messaging) return queueOf(span)
  if (kind !== 'client') return undefined
  if (attributes.database) return databaseOf(span)
  const { peer, peerNamespace } = attributes
  if (peer && plainName.test(peer.value) && !peer.value.includes('://')) {
    const namespace = peerNamespace?.value.slice(0, 200) ?? span.service.namespace
    return { mention: bare('Service', namespace, peer.value, ['Service', 'Resource']), reason: peer.key }
  }
  return hostOf(span, 'Service')
}

function databaseOf(span: Span): Target | undefined {
  const { database, schema } = span.attributes
  if (!database || !plainName.test(database.value)) return undefined
  const name = schema && /^[\w.$|-]{1,100}$/.test(schema.value) ? schema : undefined
  const system = `${database.key} ${database.value}`
  const host = hostOf(span, 'Resource')
  if (host) return { mention: host.mention, reason: `${host.reason} (${system})` }
  if (embedded.test(database.value)) return undefined
  const mention = bare('Resource', span.service.namespace, name?.value ?? database.value, ['Resource'])
  return { mention, reason: name ? `${name.key} (${system})` : system }
}

/** Named within its system, so that who sends and who receives mean the same one whatever their own namespaces are. */
function queueOf(span: Span): Target | undefined {
  const { messaging, destination, temporary, operation } = span.attributes
  if (!messaging || !plainName.test(messaging.value) || operation?.value === 'settle') return undefined
  const does = span.kind === 'consumer' || /^(?:receive|process|deliver)$/.test(operation?.value ?? '')
  const verb = does ? 'receives' : 'sends'
  const name = temporary?.value === 'true' ? '' : destinationName(messaging.value, destination?.value ?? '')
  if (destination && plainName.test(name) && !name.startsWith('amq.gen')) {
    const mention = bare('Resource', messaging.value, name, ['Resource'])
    return { mention, reason: `${destination.key} (${verb})` }
  }
  const host = hostOf(span, 'Resource')
  return host && { mention: host.mention, reason: `${host.reason} (${messaging.value}, ${verb})` }
}

/** RabbitMQ's is `exchange:routing key:queue`, of which both sides know the first; a URL ends with the queue's name. */
function destinationName(system: string, name: string): string {
  if (name.includes('://')) return name.replace(/[?#].*$/, '').replace(/^.*\//, '')
  if (system !== 'rabbitmq') return name
  return name.split(':').find((part) => part !== '' && part !== 'amq.default') ?? ''
}

/** Addresses are left out: they are another's tomorrow. */
function hostOf(span: Span, kind: 'Service' | 'Resource'): Target | undefined {
  const { host } = span.attributes
  const name = host?.value.toLowerCase().replace(/\.$/, '')
  if (!host || !name || !isHostName(name) || isIP(name) !== 0 || isOwnMachine(name)) return undefined
  const either: readonly Kind[] = kind === 'Service' ? ['Service', 'Resource'] : ['Resource', 'Service']
  const inCluster = clusterService(name)
  const reason = host.key
  if (inCluster) return { mention: bare(kind, inCluster.namespace, inCluster.service, either), reason }
  if (isPublicDomain(name)) return { mention: bare('Resource', 'default', name, either), reason }
  const own = span.service.namespace
  return { mention: bare(name.includes('.') ? 'Resource' : kind, own, name, either), reason }
}

function bare(kind: Kind, namespace: string, name: string, kinds: readonly Kind[]): Mention {
  return { ref: makeRef(kind, namespace, name), name, scope: 'bare', kinds }
}
