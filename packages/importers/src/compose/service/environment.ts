import { InvalidInput, type Place } from '@alidade/model'
import { pathIn } from '../../files/paths.ts'
import { fieldsOf, type Report } from '../../yaml/fields.ts'
import { valueAt, type YamlNode } from '../../yaml/node.ts'
import { malformedLine } from '../interpolation/dot-env.ts'
import { readEnvFile } from '../interpolation/env-file.ts'
import type { Variables } from '../interpolation/interpolate.ts'
import type { ServicePart } from '../project/extends.ts'
import type { Library } from '../project/library.ts'

/** A variable that a service is given. Its value is looked at and not kept. */
export interface EnvironmentVariable {
  readonly name: string
  readonly value: string
  /** In the file that is read. */
  readonly line: number
  /** Where it stands, if in another file. */
  readonly place?: Place
}

/**
 * What a service finds in its environment, each name once: `environment` before `env_file`, the service's own before
 * what it extends, a later file before an earlier one. A name without a value takes the one in the `.env`.
 * @see https://docs.docker.com/compose/how-tos/environment-variables/envvars-precedence/
 */
export async function environmentOf(
  parts: readonly ServicePart[],
  library: Library,
  report: Report,
): Promise<readonly EnvironmentVariable[]> {
  const found = new Map<string, EnvironmentVariable>()
  const add = (variable: EnvironmentVariable) => {
    if (!found.has(variable.name)) found.set(variable.name, variable)
  }
  for (const part of parts) {
    const variables = await library.variables(part.file)
    for (const variable of written(part, variables, report)) add(variable)
  }
  for (const part of parts) {
    for (const file of envFilesOf(part).reverse()) {
      for (const variable of await fromFile(file, part, library, report)) add(variable)
    }
  }
  return [...found.values()]
}

/** A map, or a list of `NAME=value` and of names alone. */
function written(part: ServicePart, variables: Variables, report: Report): readonly EnvironmentVariable[] {
  const node = valueAt(part.map, 'environment')
  if (!node || isNull(node)) return []
  const one = (name: string, value: string | undefined, line: number): EnvironmentVariable[] => {
    const known = value ?? variables.get(name)
    return known === undefined || name === '' ? [] : [{ name, value: known, ...at(part, line) }]
  }
  if (node.is === 'map') {
    return [...node.entries].flatMap(([name, { value, line }]) => {
      if (value.is === 'scalar') return one(name, isNull(value) ? undefined : value.text, line)
      return malformed(`environment.${name}`, 'a text', line, part, report)
    })
  }
  if (node.is === 'scalar') return malformed('environment', 'a map or a list', node.line, part, report)
  return node.items.flatMap((item) => {
    if (item.is !== 'scalar') return malformed('environment', 'a list of texts', item.line, part, report)
    const sign = item.text.indexOf('=')
    if (sign === -1) return one(item.text.trim(), undefined, item.line)
    return one(item.text.slice(0, sign).trim(), item.text.slice(sign + 1), item.line)
  })
}

interface NamedFile {
  readonly path: string
  readonly line: number
  readonly isRequired: boolean
  readonly format: 'plain' | 'raw'
}

function envFilesOf(part: ServicePart): NamedFile[] {
  const node = valueAt(part.map, 'env_file')
  if (!node || isNull(node)) return []
  return (node.is === 'list' ? node.items : [node]).flatMap((item): NamedFile[] => {
    if (item.is === 'scalar' && item.text !== '')
      return [{ path: pathIn(part.folder, item.text), line: item.line, isRequired: true, format: 'plain' }]
    const fields = fieldsOf(item, 'env_file', { file: part.file, problems: [] })
    const path = fields.text('path')
    if (!path) return []
    const isRequired = fields.text('required')?.value !== 'false'
    const format = fields.text('format')?.value === 'raw' ? 'raw' : 'plain'
    return [{ path: pathIn(part.folder, path.value), line: path.line, isRequired, format }]
  })
}

async function fromFile(
  { path, line, isRequired, format }: NamedFile,
  part: ServicePart,
  library: Library,
  report: Report,
): Promise<readonly EnvironmentVariable[]> {
  const own = part.through ?? line
  const note = (code: string, message: string) =>
    report.problems.push({ code, severity: 'error', file: report.file, line: own, message })
  try {
    const text = await library.text(path)
    if (text === undefined) {
      if (isRequired)
        note(
          'file-missing',
          `there is no ${path}, which \`env_file\` names: add it, correct the path, or write \`required: false\``,
        )
      return []
    }
    const { entries, malformed: lines } = readEnvFile(text, await library.variables(part.file), format)
    for (const bad of lines) report.problems.push(malformedLine(path, bad))
    return [...entries].flatMap(([name, entry]) =>
      entry.value === undefined
        ? []
        : [{ name, value: entry.value, line: own, place: { file: path, line: entry.line } }],
    )
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error
    note(error.code, error.message)
    return []
  }
}

/** What a service extends in another file stands there, and is read through the line of its `extends`. */
function at(part: ServicePart, line: number): { readonly line: number; readonly place?: Place } {
  return part.through === undefined ? { line } : { line: part.through, place: { file: part.file, line } }
}

function malformed(what: string, form: string, line: number, part: ServicePart, report: Report): [] {
  const message = `\`${what}\` is not ${form}, and was not read: write ${form}`
  report.problems.push({
    code: 'field-malformed',
    severity: 'error',
    file: report.file,
    line: part.through ?? line,
    message,
  })
  return []
}

function isNull(node: YamlNode): boolean {
  return node.is === 'scalar' && node.value === null
}
