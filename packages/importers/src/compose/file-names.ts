import { posix } from 'node:path'

/** The files that Compose takes by itself, the one it takes first before the others. */
export const mainNames = ['compose.yaml', 'compose.yml', 'docker-compose.yaml', 'docker-compose.yml'] as const

const composeName = /(?:^|[._-])compose(?:[._-][^/]*)?\.ya?ml$/i

/** `compose.yaml`, `docker-compose.test.yml`, `shop.compose.yaml`: what a person would take for a Compose file. */
export function isComposeName(path: string): boolean {
  return composeName.test(posix.basename(path))
}

/** Files of one folder in the order in which Compose would lay them over each other: main, override, others. */
export function inOrderOfUse(a: string, b: string): number {
  return rank(a) - rank(b) || (a < b ? -1 : a > b ? 1 : 0)
}

function rank(path: string): number {
  const name = posix.basename(path).toLowerCase()
  const main = (mainNames as readonly string[]).indexOf(name)
  if (main !== -1) return main
  return /^(?:docker-)?compose\.override\.ya?ml$/.test(name) ? mainNames.length : mainNames.length + 1
}
