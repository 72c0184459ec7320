import { makeRef, type Ref, type Statement } from '@alidade/model'
import type { Project } from './project/open-project.ts'

/** The System that a project is: named within itself, as everything that Compose defines. */
export function systemRef(project: string): Ref {
  return makeRef('System', project, project)
}

/** Said by each file that has a service, or that names the project. */
export function systemStatement({ name, file }: Project): Statement | undefined {
  const line = file.name?.line ?? file.services[0]?.line ?? file.includes[0]?.line
  if (line === undefined) return undefined
  return {
    subject: { ref: systemRef(name), name, scope: 'local' },
    description: {
      properties: {},
      labels: {},
      annotations: {},
      line,
      confidence: 'inferred',
      identities: [],
      sameAs: [],
    },
    relations: [],
  }
}
