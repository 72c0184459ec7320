import type { Problem, Statement } from '@alidade/model'
import type { FileToRead, WhatItSays } from '../reader.ts'
import { fieldsOf } from '../yaml/fields.ts'
import { isWorkload } from './manifests/kinds.ts'
import { openLibrary } from './manifests/library.ts'
import { readObjects } from './manifests/read-objects.ts'
import { hostNames } from './names/hosts.ts'
import { routeStatements, serviceStatement } from './names/statements.ts'
import { type Placed, type World, worldAround } from './names/world.ts'
import { podSpec } from './workload/containers.ts'
import { systemOf, systemRef, workloadStatement } from './workload/statement.ts'

/** What a file of manifests says. */
export async function readManifest(file: FileToRead): Promise<WhatItSays> {
  const { problems: found, unreadable } = readObjects(file.path, file.text)
  const problems = [...found]
  if (unreadable !== undefined) return { statements: [], problems, follow: [], unreadable }
  const world = await worldAround(file.path, openLibrary(file), file.repository.name)
  const own = world.placed.filter(({ object }) => object.file === file.path)
  const names = hostNames(world)
  const statements = systemStatements(own)
  for (const placed of own) {
    const { kind } = placed.object
    if (isWorkload(kind)) {
      checkContainers(placed, problems)
      const base = placed.stance.patchOf && baseOf(placed, world, problems)
      if (placed.stance.patchOf && !base) continue
      statements.push(workloadStatement(placed, base, world, names, file.repository.name))
    } else if (placed.stance.patchOf) continue
    else if (kind === 'Service') statements.push(...[serviceStatement(placed, names) ?? []].flat())
    else if (kind === 'Ingress' || kind === 'HTTPRoute') statements.push(...routeStatements(placed, names))
  }
  return { statements, problems, follow: [] }
}

function systemStatements(own: readonly Placed[]): Statement[] {
  const systems = new Map<string, Statement>()
  for (const placed of own) {
    const name = isWorkload(placed.object.kind) ? systemOf(placed) : undefined
    if (name === undefined || systems.has(name)) continue
    systems.set(name, {
      subject: { ref: systemRef(name), name, scope: 'local' },
      description: {
        properties: {},
        labels: {},
        annotations: {},
        line: placed.object.line,
        confidence: 'inferred',
        identities: [],
        sameAs: [],
      },
      relations: [],
    })
  }
  return [...systems.values()]
}

/** What a patch is laid over: the object of its kind and name, in whatever namespace the patch does not say. */
function baseOf({ object }: Placed, world: World, problems: Problem[]): Placed | undefined {
  const base = world.placed.find(
    (each) =>
      !each.stance.patchOf &&
      each.object.kind === object.kind &&
      each.object.name === object.name &&
      (object.namespace === undefined || each.object.namespace === object.namespace),
  )
  if (base) return base
  const { file, line, kind, name } = object
  const message = `this patch is for a ${kind} "${name}" that no resource of its kustomization has, and was not read: correct its name, or add the resource`
  problems.push({ code: 'kustomize-not-applied', severity: 'warning', file, line, message })
  return undefined
}

function checkContainers({ object }: Placed, problems: Problem[]): void {
  const spec = fieldsOf(podSpec(object), 'spec.template.spec', { file: object.file, problems })
  for (const list of ['containers', 'initContainers', 'volumes']) {
    for (const each of spec.list(list)) {
      if (list === 'volumes') continue
      each.list('env')
      each.list('envFrom')
    }
  }
}
