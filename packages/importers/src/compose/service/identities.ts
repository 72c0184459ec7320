import { posix } from 'node:path'
import { pathIn } from '../../files/paths.ts'
import { folderIdentity } from '../../folder-identity.ts'
import { imageIdentity, imageOf, pathOf } from '../../images/image.ts'
import { valueAt } from '../../yaml/node.ts'
import type { ServicePart } from '../project/extends.ts'
import type { Named } from '../project/names.ts'
import type { Project } from '../project/open-project.ts'

/** What several services of a project have in common, and what therefore tells none of them from the others. */
export function sharedIdentities({ repository, names }: Project): ReadonlySet<string> {
  const seen = new Set<string>()
  const shared = new Set<string>()
  for (const { parts } of names.services.values()) {
    for (const identity of allOf(repository.name, parts, parts))
      (seen.has(identity) ? shared : seen).add(identity)
  }
  return shared
}

/**
 * What else tells which software a service runs: the folder that it is built from, and the image that is built, or that
 * bears the name of the repository's own organisation.
 * @param shared what tells nothing; see `sharedIdentities`
 */
export function identitiesOf(
  { repository }: Project,
  service: Named,
  parts: readonly ServicePart[],
  shared: ReadonlySet<string>,
): readonly string[] {
  return allOf(repository.name, parts, service.parts).filter((identity) => !shared.has(identity))
}

/** @param whole all that the project says of the service: whether it is built may stand in another file than its image */
function allOf(repository: string, parts: readonly ServicePart[], whole: readonly ServicePart[]): string[] {
  const isBuilt = whole.some(({ map }) => map.entries.has('build'))
  const [owner] = repository.includes('/') ? repository.toLowerCase().split('/') : []
  const folders = parts.flatMap((part) => buildFolder(part) ?? [])
  const images = parts.flatMap(({ map }) => imageOf(map) ?? [])
  const own = images.filter(
    (image) => isBuilt || (owner !== undefined && pathOf(image).startsWith(`${owner}/`)),
  )
  return [
    ...new Set([...folders.map((folder) => folderIdentity(repository, folder)), ...own.map(imageIdentity)]),
  ]
}

/** The folder of the Dockerfile where that lies below the context, since one context often serves many services. */
function buildFolder({ map, folder }: ServicePart): string | undefined {
  const build = valueAt(map, 'build')
  const context = build?.is === 'map' ? valueAt(build, 'context') : build
  const dockerfile = valueAt(build, 'dockerfile')
  if (build === undefined || (build.is === 'scalar' && build.text === '')) return undefined
  const written = context?.is === 'scalar' ? context.text : '.'
  if (/^[a-z][a-z0-9+.-]*:|^git@|\.git(?:#|$)/i.test(written) || posix.isAbsolute(written)) return undefined
  const base = pathIn(folder, written)
  const below = dockerfile?.is === 'scalar' ? posix.dirname(posix.normalize(dockerfile.text)) : '.'
  const at =
    below === '.' || below.startsWith('..') || posix.isAbsolute(below) ? base : posix.join(base, below)
  return at === '..' || at.startsWith('../') ? undefined : at
}
