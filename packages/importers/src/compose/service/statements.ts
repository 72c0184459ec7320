import { InvalidInput, makeRef, type Statement } from '@alidade/model'
import type { Report } from '../../yaml/fields.ts'
import type { ServiceEntry } from '../project/compose-file.ts'
import { partsOf } from '../project/extends.ts'
import type { Project } from '../project/open-project.ts'
import { describe } from './description.ts'
import { sharedIdentities } from './identities.ts'
import { relationsOf } from './relations.ts'

/** What the file says of each of its services, in its order. */
export async function statementsOf(project: Project, report: Report): Promise<readonly Statement[]> {
  const statements: Statement[] = []
  const shared = sharedIdentities(project)
  for (const service of project.file.services) {
    const statement = await statementOf(project, service, shared, report)
    if (statement) statements.push(statement)
  }
  return statements
}

async function statementOf(
  project: Project,
  service: ServiceEntry,
  shared: ReadonlySet<string>,
  report: Report,
): Promise<Statement | undefined> {
  const { name, line } = service
  const named = project.names.services.get(name)
  if (!named) {
    noteBadName(service, project.name, report)
    return undefined
  }
  const parts = await partsOf(service, project.file, project.library, report)
  return {
    subject: { ref: named.ref, name, scope: 'local' },
    description: describe(project, named, parts, line, shared),
    relations: await relationsOf(project, named, parts, line, report),
  }
}

function noteBadName({ name, line }: ServiceEntry, project: string, { file, problems }: Report): void {
  try {
    makeRef('Service', project, name)
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error
    const message = `this service's name is none (${error.message}), and it was not read: give it another`
    problems.push({ code: error.code, severity: 'error', file, line, message })
  }
}
