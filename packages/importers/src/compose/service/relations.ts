import type { Mention, RelationStatement } from '@alidade/model'
import { hostsIn } from '../../hosts/hosts-in.ts'
import type { Report } from '../../yaml/fields.ts'
import type { ServicePart } from '../project/extends.ts'
import type { Named } from '../project/names.ts'
import type { Project } from '../project/open-project.ts'
import { systemRef } from '../system-statement.ts'
import { environmentOf } from './environment.ts'
import { bareMention, mentionOf, mentionsOfHost } from './mention.ts'
import { type StatedDependency, statedIn } from './stated.ts'

/** What a file says of a service's relations, each place and reason once, never of a service with itself. */
export async function relationsOf(
  project: Project,
  service: Named,
  parts: readonly ServicePart[],
  line: number,
  report: Report,
): Promise<readonly RelationStatement[]> {
  const system: Mention = { ref: systemRef(project.name), name: project.name, scope: 'local' }
  const found = new Map<string, RelationStatement>()
  const add = (relation: RelationStatement) => {
    const { type, other, reason, place } = relation
    const key = JSON.stringify([type, other.ref, reason, place?.file])
    if (other.ref !== service.ref && !found.has(key)) found.set(key, relation)
  }
  add({ type: 'PART_OF', direction: 'out', other: system, line, confidence: 'inferred' })

  const aliases = new Map<string, Mention>()
  for (const stated of parts.flatMap(statedIn)) {
    const others = mentionsOfStated(project, stated, report)
    const [first] = others
    if (stated.alias !== undefined && first) aliases.set(stated.alias.toLowerCase(), first)
    for (const other of others) {
      const { reason, place } = stated
      add({ ...dependency(other, stated.line, reason, 'declared'), ...(place ? { place } : {}) })
    }
  }
  for (const { name, value, place, line: at } of await environmentOf(parts, project.library, report)) {
    for (const host of hostsIn(name, value)) {
      const alias = aliases.get(host.toLowerCase())
      for (const other of alias ? [alias] : mentionsOfHost(project, host)) {
        add({ ...dependency(other, at, name, 'inferred'), ...(place ? { place } : {}) })
      }
    }
  }
  return [...found.values()]
}

function dependency(
  other: Mention,
  line: number,
  reason: string,
  confidence: RelationStatement['confidence'],
): RelationStatement {
  return { type: 'DEPENDS_ON', direction: 'out', other, line, confidence, reason }
}

function mentionsOfStated(
  { name: project, names }: Project,
  { name, reason, line, isOfProject }: StatedDependency,
  report: Report,
): readonly Mention[] {
  const service = names.services.get(name)
  const found = service ? [service] : names.find(name)
  if (found.length > 0) return found.map(mentionOf)
  if (isOfProject) {
    const message = `\`${reason}\` names "${name}", which no file of the project ${project} defines: define it, or correct the name`
    report.problems.push({ code: 'service-unknown', severity: 'warning', file: report.file, line, message })
  }
  return name.length > 500 ? [] : [bareMention(project, name)]
}
