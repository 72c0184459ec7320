import { isIP } from 'node:net'

const shape = /^(?=.*[a-z])[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?\.?$/i

/** A name as DNS or Compose has it, or an address. */
export function isHostName(text: string): boolean {
  return text.length <= 253 && (shape.test(text) || isIP(text) !== 0) && !text.includes('..')
}

/** The host of `host`, `host:port`, `[::1]:port` or `tcp(host:port)`; none where it is no host's name. */
export function hostOf(text: string): readonly string[] {
  const plain = text.trim().replace(/^\w+\((.*)\)$/s, '$1')
  const [, address] = /^\[([^\]]*)\]/.exec(plain) ?? []
  const host = address ?? (isIP(plain) === 6 ? plain : plain.replace(/:.*$/s, ''))
  return isHostName(host) ? [host] : []
}

/** The machine or the container itself, or every address of it. */
export function isOwnMachine(host: string): boolean {
  const name = host.toLowerCase().replace(/\.$/, '')
  if (/(?:^|\.)localhost(?:\.localdomain)?$/.test(name) || name === 'ip6-localhost') return true
  if (isIP(name) === 4) return /^(?:127\.|0\.0\.0\.0$|255\.255\.255\.255$)/.test(name)
  return isIP(name) === 6 && /^(?:::1?|0(?::0){6}:[01])$/.test(name)
}

/**
 * What ends a domain of the internet: countries, and the most used of the others. Of the rest, many are namespaces and
 * networks of somebody's own just as well (`cart.shop`, `db.internal`).
 */
const publicEnd =
  /\.(?:[a-z]{2}|com|org|net|info|biz|edu|gov|mil|int|dev|app|cloud|tech|online|xyz|example)$/i

/** Whether a name means the same thing wherever it is read: a domain of the internet. */
export function isPublicDomain(host: string): boolean {
  return isIP(host) === 0 && publicEnd.test(host.replace(/\.$/, ''))
}

/** The service and the namespace of a name inside a Kubernetes cluster: `cart.shop.svc.cluster.local`. */
export function clusterService(
  host: string,
): { readonly service: string; readonly namespace: string } | undefined {
  const [, service, namespace] = /^([\w-]+)\.([\w-]+)\.svc(?:\.[\w.-]+)?$/i.exec(host) ?? []
  return service && namespace ? { service, namespace } : undefined
}
