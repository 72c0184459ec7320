import type { IncomingHttpHeaders } from 'node:http'
import { InvalidInput } from '@alidade/model'
import { isLoopback } from './loopback.ts'

/**
 * Refuses a request under a name that was made to point at a server on loopback (DNS rebinding), where no token
 * protects it.
 * @throws InvalidInput `host-foreign`
 */
export function checkHost({ host = '' }: IncomingHttpHeaders, publicUrl?: URL): void {
  if (host === publicUrl?.host || isLoopback(hostName(host))) return
  throw new InvalidInput(
    'host-foreign',
    `"${shown(host)}" is not where this server is: use http://127.0.0.1 with its port, or set ALIDADE_PUBLIC_URL`,
  )
}

/**
 * Refuses what a page of another site sends.
 * @throws InvalidInput `origin-foreign`
 */
export function checkOrigin({ host = '', origin }: IncomingHttpHeaders, publicUrl?: URL): void {
  if (origin === undefined || origin === publicUrl?.origin || isAt(origin, host)) return
  throw new InvalidInput(
    'origin-foreign',
    `pages of ${shown(origin)} may not ask this server: open the one it serves, or set ALIDADE_PUBLIC_URL`,
  )
}

function isAt(origin: string, host: string): boolean {
  return URL.canParse(origin) && new URL(origin).host === host.toLowerCase()
}

/** A Host header without its port. */
function hostName(host: string): string {
  return host.replace(/:\d+$/, '')
}

function shown(text: string): string {
  return text.length > 100 ? `${text.slice(0, 100)}…` : text
}
