import type { Kind } from '@alidade/model'

/** Backstage's kinds that describe something, and ours for them. Kinds are compared without regard to case. */
const described = new Map<string, Kind>([
  ['component', 'Service'],
  ['api', 'Api'],
  ['group', 'Team'],
  ['user', 'Person'],
  ['resource', 'Resource'],
  ['system', 'System'],
  ['domain', 'Domain'],
])

export function describedKind(kind: string): Kind | undefined {
  return described.get(kind.toLowerCase())
}

export function isLocation(kind: string): boolean {
  return kind.toLowerCase() === 'location'
}
