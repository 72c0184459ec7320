import { type Kind, makeRef, type Ref } from '@alidade/model'
import { imageOf } from '../../images/image.ts'
import { wellKnownImage } from '../../images/well-known-images.ts'
import { otherNamesOf } from '../service/other-names.ts'
import type { ComposeFile, ServiceEntry } from './compose-file.ts'
import { partsOf, type ServicePart } from './extends.ts'
import type { Library } from './library.ts'
import type { Members } from './members.ts'

/** A service that may be called by its name. */
export interface Named {
  readonly name: string
  readonly ref: Ref
  readonly kind: Kind
  /** For a Resource: `database`, `queue` … */
  readonly type: string | undefined
  /** By which it can be called too: container names, host names, network aliases, fixed addresses. */
  readonly otherNames: readonly string[]
  /** Everything that the project's files say of it. */
  readonly parts: readonly ServicePart[]
}

/** Who is called by which name in a project. */
export interface Names {
  /** The project's own services. */
  readonly services: ReadonlyMap<string, Named>
  /**
   * Those that a host name means: the service of that name, else all that have it as another name. Case is ignored, as
   * in DNS. None for a name that the project does not define.
   */
  find(host: string): readonly Named[]
}

/** A service whose name can't be a ref is left out; `statementsOf` reports it. */
export async function namesOf(project: string, members: Members, library: Library): Promise<Names> {
  const services = await named(project, members.own, library)
  const included: Named[] = []
  for (const { file, project: its } of members.included)
    included.push(...(await named(its, [file], library)).values())
  const byName = new Map<string, Named>()
  const byOther = new Map<string, Named[]>()
  for (const service of [...services.values(), ...included]) {
    const key = service.name.toLowerCase()
    if (!byName.has(key)) byName.set(key, service)
    for (const other of service.otherNames) {
      const same = byOther.get(other.toLowerCase())
      if (same) same.push(service)
      else byOther.set(other.toLowerCase(), [service])
    }
  }
  return {
    services,
    find(host) {
      // Swarm's name for the containers of a service.
      const key = host
        .toLowerCase()
        .replace(/\.$/, '')
        .replace(/^tasks\./, '')
      const service = byName.get(key)
      return service ? [service] : (byOther.get(key) ?? [])
    },
  }
}

async function named(
  project: string,
  files: readonly ComposeFile[],
  library: Library,
): Promise<ReadonlyMap<string, Named>> {
  const parts = new Map<string, ServicePart[]>()
  for (const file of files) {
    for (const service of file.services) {
      const own = await partsOf(service, file, library, { file: file.path, problems: [] })
      const before = parts.get(service.name)
      if (before) before.push(...own)
      else parts.set(service.name, [...own])
    }
  }
  const services = new Map<string, Named>()
  for (const [name, its] of parts) {
    if (!canBeRef(name)) continue
    const type = its.flatMap(({ map }) => wellKnownImage(imageOf(map)) ?? [])[0]
    const kind = type === undefined ? 'Service' : 'Resource'
    const otherNames = [...new Set(its.flatMap(({ map }) => otherNamesOf(map)))]
    services.set(name, { name, ref: makeRef(kind, project, name), kind, type, otherNames, parts: its })
  }
  return services
}

/** @see makeRef */
function canBeRef({ length }: ServiceEntry['name']): boolean {
  return length > 0 && length <= 500
}
