import { posix } from 'node:path'

/**
 * What says that two descriptions are of the software in one folder of a repository: `folder:acme/shop#services/cart`.
 * @param repository its name, as in a source's id
 * @param folder from the repository's root, which itself is `.`
 */
export function folderIdentity(repository: string, folder: string): string {
  return `folder:${repository}#${posix.normalize(folder === '' ? '.' : folder).replace(/(?<=.)\/$/, '')}`
}
