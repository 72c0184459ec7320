import { posix } from 'node:path'
import type { Labels } from '@alidade/model'
import { folderIdentity } from '../folder-identity.ts'
import type { Repository } from '../reader.ts'
import type { BackstageContext } from './context.ts'

const sourceLocation = 'backstage.io/source-location'
const managedBy = 'backstage.io/managed-by-location'

/** The folders of this repository that hold the component, as its annotations and its descriptor's place say. */
export function identitiesOf(
  { file, singleComponent }: BackstageContext,
  annotations: Labels,
): readonly string[] {
  const { repository, path } = file
  const folders: (string | undefined)[] = [folderAt(annotations[sourceLocation], repository, path)]
  if (singleComponent) {
    const descriptor = folderAt(annotations[managedBy], repository, path)
    if (descriptor !== undefined)
      folders.push(posix.extname(descriptor) === '' ? descriptor : posix.dirname(descriptor))
    if (/^catalog-info\.ya?ml$/.test(posix.basename(path))) folders.push(posix.dirname(path))
  }
  const known = folders.filter((folder) => folder !== undefined)
  return [...new Set(known.map((folder) => folderIdentity(repository.name, folder)))]
}

/**
 * The folder of the repository that a location means; undefined for one elsewhere.
 * @see https://backstage.io/docs/features/software-catalog/well-known-annotations
 */
function folderAt(location: string | undefined, repository: Repository, path: string): string | undefined {
  const [, type, target] = /^(url|dir|file):(.*)$/.exec(location?.trim() ?? '') ?? []
  if (type === undefined || target === undefined) return undefined
  if (type !== 'url') {
    const folder = posix.normalize(posix.join(posix.dirname(path), target))
    return posix.isAbsolute(target) || folder.startsWith('..') ? undefined : folder
  }
  const rest = repository.origin ? pathBelow(repository.origin, target) : undefined
  if (rest === undefined) return undefined
  // Forges put the branch behind a word of their own; `/-/` is GitLab's.
  const [, folder = '.'] = /^\/?(?:(?:-\/)?(?:tree|blob|src)\/[^/]+\/?)?(.*)$/.exec(rest) ?? []
  return folder === '' ? '.' : folder
}

function pathBelow(origin: string, target: string): string | undefined {
  const plain = target.replace(/[?#].*$/, '').replace(/\.git(?=\/|$)/, '')
  const path = plain.slice(origin.length)
  return plain.toLowerCase().startsWith(origin.toLowerCase()) && /^(?:\/|$)/.test(path) ? path : undefined
}
