import { posix } from 'node:path'
import { makeRef, type Problem, type RelationStatement, type Statement } from '@alidade/model'
import { folderOf, pathIn } from '../../files/paths.ts'
import { wellKnownImage } from '../../images/well-known-images.ts'
import type { FileToRead, WhatItSays } from '../../reader.ts'
import { type Fields, fieldsOf } from '../../yaml/fields.ts'
import { readYaml } from '../../yaml/read-yaml.ts'
import { openLibrary } from '../manifests/library.ts'
import { isTemplate } from '../recognise.ts'

/**
 * What a Helm chart says of itself, and which charts it depends on. Its templates are not run.
 * @see https://helm.sh/docs/topics/charts/#the-chartyaml-file
 */
export async function readChart(file: FileToRead): Promise<WhatItSays> {
  const yaml = readYaml(file.path, file.text)
  const problems: Problem[] = [...yaml.problems]
  if (yaml.unreadable !== undefined)
    return { statements: [], problems, follow: [], unreadable: yaml.unreadable }
  const chart = fieldsOf(yaml.documents[0], '', { file: file.path, problems })
  const name = chart.text('name')
  if (!name || name.value === '' || name.value.length > 500) {
    const message = 'this chart has no name that can be read: write 1 to 500 characters in `name`'
    problems.push({ code: 'field-missing', severity: 'error', file: file.path, line: chart.line, message })
    return { statements: [], problems, follow: [] }
  }
  await noteTemplates(file, problems)
  const project = posix.basename(file.repository.name)
  const ref = makeRef('Service', project, name.value)
  const dependencies = chart.list('dependencies').flatMap((each) => dependencyOf(each, project))
  const statement = {
    subject: { ref, name: name.value, scope: 'local' },
    description: {
      properties: propertiesOf(chart),
      labels: {},
      annotations: {},
      line: name.line,
      confidence: 'inferred',
      reason: 'Chart',
      identities: [],
      sameAs: [],
    },
    relations: dependencies.map(({ relation }) => relation).filter(({ other }) => other.ref !== ref),
  } satisfies Statement
  return { statements: [statement, ...dependencies.flatMap((each) => each.described)], problems, follow: [] }
}

function propertiesOf(chart: Fields) {
  const text = (key: string) => chart.text(key)?.value
  const [description, version, appVersion] = [text('description'), text('version'), text('appVersion')]
  return {
    ...(description === undefined ? {} : { description }),
    ...(text('type') === 'library' ? { type: 'library' } : {}),
    ...(version === undefined ? {} : { chartVersion: version }),
    ...(appVersion === undefined ? {} : { appVersion }),
  }
}

/** What everybody runs is a Resource of the project; any other chart is a Service, to be looked up. */
function dependencyOf(
  fields: Fields,
  project: string,
): readonly { readonly relation: RelationStatement; readonly described: readonly Statement[] }[] {
  const chart = fields.text('name')
  const name = fields.text('alias') ?? chart
  if (!chart || !name || name.value === '' || name.value.length > 500 || chart.value.length > 500) return []
  const { line } = chart
  const type = wellKnownImage({ name: chart.value.toLowerCase(), tag: undefined })
  const kind = type === undefined ? 'Service' : 'Resource'
  const ref = makeRef(kind, project, name.value)
  const edge = { line, confidence: 'declared', reason: 'dependencies' } as const
  const scope = type === undefined ? 'bare' : 'local'
  const other = { ref, name: name.value, scope } as const
  const described = type === undefined ? [] : [resource(ref, name.value, type, line)]
  return [{ relation: { type: 'DEPENDS_ON', direction: 'out', other, ...edge }, described }]
}

function resource(ref: Statement['subject']['ref'], name: string, type: string, line: number): Statement {
  const description = {
    properties: { type },
    labels: {},
    annotations: {},
    line,
    confidence: 'inferred',
    reason: 'Chart',
    identities: [],
    sameAs: [],
  } as const
  return { subject: { ref, name, scope: 'local' }, description, relations: [] }
}

async function noteTemplates(file: FileToRead, problems: Problem[]): Promise<void> {
  const library = openLibrary(file)
  const found = await library.glob(pathIn(folderOf(file.path), 'templates/**/*.y*ml'))
  const templates: string[] = []
  for (const path of found) if (isTemplate((await library.text(path)) ?? '')) templates.push(path)
  const [first, ...others] = templates
  if (first === undefined) return
  const many = others.length === 0 ? '' : ` and ${others.length} more`
  const message = `templates of this chart are not run, and what they would deploy was not read (${first}${many}): import what \`helm template\` writes`
  problems.push({ code: 'template-not-run', severity: 'warning', file: file.path, line: 1, message })
}
