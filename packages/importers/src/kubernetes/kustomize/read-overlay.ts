import { makeRef, type Problem, type Statement } from '@alidade/model'
import { folderOf } from '../../files/paths.ts'
import type { FileToRead, WhatItSays } from '../../reader.ts'
import { readYaml } from '../../yaml/read-yaml.ts'
import { isWorkload } from '../manifests/kinds.ts'
import { openLibrary } from '../manifests/library.ts'
import { keyOf, servicesOf } from '../names/services.ts'
import { type Placed, worldAround } from '../names/world.ts'
import { type Kustomization, readKustomization } from './read-kustomization.ts'
import { environmentOf, stanceOf } from './stance.ts'

/**
 * What a kustomization says of the objects that it takes from elsewhere: the names that they bear in its environment.
 * Those of its own folder and below say it themselves; see `stanceOf`.
 */
export async function readOverlay(file: FileToRead): Promise<WhatItSays> {
  const problems: Problem[] = []
  const own = readKustomization(file.path, file.text, problems)
  if (own.unreadable !== undefined)
    return { statements: [], problems, follow: [], unreadable: own.unreadable }
  const library = openLibrary(file)
  for (const { value, line } of own.resources) {
    if ((await library.text(value)) !== undefined || (await library.kustomization(value))) continue
    const folder = await library.glob(value === '' ? '*' : `${value}/*`)
    if (folder.length > 0) continue
    const message = `there is no ${value} in what is imported, which the kustomization takes in: correct the path, or import a folder that holds both`
    problems.push({ code: 'file-missing', severity: 'error', file: file.path, line, message })
  }
  await checkPatches(own, library.text, problems)
  const world = await worldAround(file.path, library, file.repository.name)
  const environment = environmentOf(file.path)
  const above = await stanceOf(folderOf(file.path) === '' ? file.path : folderOf(file.path), library)
  const services = servicesOf(world)
  const statements = world.placed.flatMap((placed): Statement[] => {
    const { stance, object } = placed
    if (stance.through.some(({ path }) => path === own.path)) return []
    if (!own.resources.some(({ value }) => isBelow(object.file, value))) return []
    if (!isWorkload(object.kind) && object.kind !== 'Service') return []
    const subject = subjectOf(placed)
    if (!subject) return []
    const namespace = above.namespace ?? own.namespace ?? placed.namespace
    const name = `${own.prefix}${placed.name}${own.suffix}`
    const ref =
      name.length > 500 || namespace.length > 500 ? subject.ref : makeRef(subject.kind, namespace, name)
    const line = own.resources.find(({ value }) => isBelow(object.file, value))?.line ?? own.line
    const reason = `the kustomization ${own.path}`
    return [
      {
        subject: { ref: subject.ref, name: subject.name, scope: 'local' },
        description: {
          properties: {},
          labels: isWorkload(object.kind) ? own.labels : {},
          annotations: {},
          line,
          confidence: 'inferred',
          reason: 'Kustomization',
          ...(environment === undefined ? {} : { environment }),
          identities: [],
          sameAs: ref === subject.ref ? [] : [{ ref, reason }],
        },
        relations: [],
      },
    ]
  })
  return { statements, problems, follow: [] }

  function subjectOf(placed: Placed) {
    if (isWorkload(placed.object.kind)) return placed
    const service = services.get(keyOf(placed.namespace, placed.name))
    const isOther = service && !service.isTaken && service.targets.every(({ ref }) => ref !== service.ref)
    return isOther ? { ref: service.ref, kind: service.kind, name: placed.name } : undefined
  }
}

function isBelow(file: string, path: string): boolean {
  return path === '' || file === path || file.startsWith(`${path}/`)
}

/** Patches that are whole objects are read where they lie; what only names a path in one is not carried out. */
async function checkPatches(
  { path: file, patches }: Kustomization,
  text: (path: string) => Promise<string | undefined>,
  problems: Problem[],
): Promise<void> {
  for (const { line, path, text: inline } of patches) {
    const found = inline ?? (path === undefined ? undefined : await text(path))
    if (found === undefined) {
      const message = `there is no ${path} in what is imported, which is to be a patch: correct the path`
      problems.push({ code: 'file-missing', severity: 'error', file, line, message })
    } else if (inline !== undefined || readYaml(path ?? file, found).documents[0]?.is === 'list') {
      const message =
        'this patch was not applied: where it adds a host that a service calls, write it as an object in a file of its own'
      problems.push({ code: 'kustomize-not-applied', severity: 'warning', file, line, message })
    }
  }
}
