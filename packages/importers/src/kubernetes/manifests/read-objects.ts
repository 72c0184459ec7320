import type { Problem } from '@alidade/model'
import { fieldsOf } from '../../yaml/fields.ts'
import { valueAt, type YamlMap, type YamlNode } from '../../yaml/node.ts'
import { readYaml } from '../../yaml/read-yaml.ts'
import { isTemplate } from '../recognise.ts'
import { type ObjectKind, objectKind } from './kinds.ts'

/** An object of a manifest, as it is written. */
export interface KubeObject {
  readonly kind: ObjectKind
  readonly name: string
  readonly namespace: string | undefined
  readonly labels: Readonly<Record<string, string>>
  /** Where its name stands. */
  readonly line: number
  /** From the repository's root. */
  readonly file: string
  readonly map: YamlMap
}

/** What a file of manifests holds. */
export interface Manifests {
  /** Those of the kinds that are read, in order; the items of lists as if they stood by themselves. */
  readonly objects: readonly KubeObject[]
  readonly problems: readonly Problem[]
  readonly unreadable?: string
}

/** Every document of a file of manifests. Each that can't be read is a problem; kinds of others are passed by. */
export function readObjects(file: string, text: string): Manifests {
  const yaml = readYaml(file, text)
  const report = { file, problems: [] as Problem[] }
  const objects = yaml.documents.flatMap((document) => objectsIn(document, report))
  const read = asTemplate(file, text, yaml.problems)
  const problems = [...read, ...report.problems]
  const isBroken = yaml.unreadable !== undefined && read.some(({ severity }) => severity === 'error')
  return { objects, problems, ...(isBroken ? { unreadable: yaml.unreadable } : {}) }
}

/** What stands between `{{` and `}}` is no YAML: said once, and not as a fault. */
function asTemplate(file: string, text: string, problems: readonly Problem[]): readonly Problem[] {
  if (!isTemplate(text)) return problems
  const lines = text.split('\n')
  const isOne = ({ code, line }: Problem) =>
    code === 'yaml-malformed' && isTemplate(lines.slice(Math.max(0, line - 3), line + 1).join('\n'))
  const [first] = problems.filter(isOne)
  if (!first) return problems
  return [...problems.filter((each) => !isOne(each)), notRun(file, first.line, 'this is a template')]
}

function notRun(file: string, line: number, what: string): Problem {
  const message = `${what}, and templates are not run: import what it renders to, or leave it out`
  return { code: 'template-not-run', severity: 'warning', file, line, message }
}

interface Report {
  readonly file: string
  readonly problems: Problem[]
}

const deepest = 3

function objectsIn(node: YamlNode, report: Report, depth = 0): readonly KubeObject[] {
  const kind = textAt(node, 'kind')
  if (node.is !== 'map' || kind === undefined) return []
  const items = valueAt(node, 'items')
  if (/List$/.test(kind) && items?.is === 'list' && depth < deepest) {
    return items.items.flatMap((item) => objectsIn(item, report, depth + 1))
  }
  const known = objectKind(textAt(node, 'apiVersion') ?? '', kind)
  const object = known && readObject(node, known, report)
  return object ? [object] : []
}

function readObject(map: YamlMap, kind: ObjectKind, report: Report): KubeObject | undefined {
  const { file, problems } = report
  const metadata = fieldsOf(valueAt(map, 'metadata'), 'metadata', report)
  const named = metadata.text('name') ?? metadata.text('generateName')
  const name = named?.value.replace(/-$/, '') ?? ''
  if (!named || name === '' || name.length > 500) {
    const message = `this ${kind} has no name that can be read: write 1 to 500 characters in \`metadata.name\``
    problems.push({ code: 'field-missing', severity: 'error', file, line: map.line, message })
    return undefined
  }
  const { line } = named
  if (/\{\{|\$[{(]/.test(name)) {
    problems.push(notRun(file, line, `the name of this ${kind} is a template's placeholder`))
    return undefined
  }
  const namespace = metadata.text('namespace')?.value
  const labels = Object.entries(metadata.record('labels')).map(([key, { value }]) => [key, value])
  return { kind, name, namespace: usable(namespace), labels: Object.fromEntries(labels), line, file, map }
}

/** The namespace `default` says that none was chosen. */
function usable(namespace: string | undefined): string | undefined {
  if (namespace === undefined || namespace === 'default' || /[{$]/.test(namespace)) return undefined
  return namespace.length > 0 && namespace.length <= 500 ? namespace : undefined
}

export function textAt(node: YamlNode | undefined, ...keys: readonly string[]): string | undefined {
  const value = valueAt(node, ...keys)
  return value?.is === 'scalar' && value.value !== null && value.text !== '' ? value.text : undefined
}
