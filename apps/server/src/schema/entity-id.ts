import { InvalidInput } from '@alidade/model'

/** An opaque id out of what is stable about an entity: its type and its ref. */
export function encodeId(typename: string, ref: string | number | bigint): string {
  return Buffer.from(`${typename}:${ref}`).toString('base64url')
}

/** @throws InvalidInput `id-malformed` */
export function decodeId(id: string): { typename: string; id: string } {
  const [, typename, ref] = /^(\w+):(.+)$/s.exec(Buffer.from(id, 'base64url').toString('utf8')) ?? []
  if (typename && ref) return { typename, id: ref }
  const shown = id.length > 100 ? `${id.slice(0, 100)}…` : id
  throw new InvalidInput(
    'id-malformed',
    `"${shown}" is no id: give one that an answer had, or ask entity(ref: …)`,
  )
}
