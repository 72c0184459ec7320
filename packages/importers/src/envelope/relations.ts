import {
  InvalidInput,
  kindOfRef,
  type Mention,
  parseForeignRef,
  type RelationStatement,
  refParts,
} from '@alidade/model'
import { fieldsOf, type Located, type Report } from '../yaml/fields.ts'
import type { YamlNode } from '../yaml/node.ts'
import { type Context, note, type Owner } from './context.ts'
import type { RelationField } from './relation-field.ts'

/** A ref as a field names it. */
export interface NamedRef {
  readonly field: RelationField
  /** `spec.owner`: the relation's reason, and in messages. */
  readonly where: string
  readonly text: Located<string>
  /** Of the relation. */
  readonly properties?: RelationStatement['properties']
}

/** What the refs of an entity state, each relation once, in their order; a ref that can't be read is a problem. */
export function relationsOf(
  context: Context,
  owner: Owner,
  named: readonly NamedRef[],
): readonly RelationStatement[] {
  const found = new Map<string, RelationStatement>()
  for (const { field, where, text, properties } of named) {
    const other = mentionOf(context, owner, { field, where, text })
    if (!other) continue
    const { type, direction } = field
    const key = `${type} ${direction} ${other.ref}`
    if (found.has(key)) continue
    const stated = { type, direction, other, line: text.line, confidence: 'declared', reason: where } as const
    found.set(key, properties ? { ...stated, properties } : stated)
  }
  return [...found.values()]
}

/** One ref or a list of them, each a text or a map of kind, namespace and name. */
export function refTexts(
  node: YamlNode | undefined,
  where: string,
  report: Report,
): readonly Located<string>[] {
  if (!node) return []
  if (node.is === 'list')
    return node.items.flatMap((item, index) => refTexts(item, `${where}[${index}]`, report))
  if (node.is === 'scalar') {
    return node.value === null
      ? []
      : [{ value: typeof node.value === 'string' ? node.value : node.text, line: node.line }]
  }
  const fields = fieldsOf(node, where, report)
  const [kind, namespace, name] = [fields.text('kind'), fields.text('namespace'), fields.text('name')]
  const value = `${kind ? `${kind.value}:` : ''}${namespace ? `${namespace.value}/` : ''}${name?.value ?? ''}`
  return [{ value, line: node.line }]
}

/** What a ref names; undefined, and a problem, where it can't be read or the field can't name that. */
export function mentionOf(
  context: Context,
  owner: Pick<Owner, 'namespace'> & Partial<Owner>,
  { field, where, text: { value, line } }: NamedRef,
): Mention | undefined {
  try {
    const missing = { namespace: owner.namespace, ...(field.kind ? { kind: field.kind } : {}) }
    const ref = parseForeignRef(value, missing)
    if (field.allowed && !field.allowed.includes(kindOfRef(ref))) {
      note(context, line, 'relation-kind', `${where} can't be ${value}: name a ${field.allowed.join(' or ')}`)
      return undefined
    }
    if (ref === owner.ref) {
      note(context, line, 'relation-to-itself', `${where} names the entity itself: remove it`, 'warning')
      return undefined
    }
    const name = nameAsWritten(value.trim())
    if (!refParts(ref).api && refParts(ref).name !== name.toLowerCase()) {
      const message = `${where}: "${value}" has characters that a ref can't have, and is read as ${ref}: write kind:namespace/name`
      note(context, line, 'name-malformed', message, 'warning')
    }
    return { ref, name, scope: 'full' }
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error
    const remedy =
      field.kind || value.includes(':')
        ? ''
        : `; ${where} has no default kind, so write e.g. component:${value}`
    note(context, line, error.code, `${where}: ${error.message}${remedy}`)
    return undefined
  }
}

/** Less kind and namespace; of an operation its key, which may have colons and slashes of its own. */
function nameAsWritten(ref: string): string {
  return ref.includes('#') ? ref.slice(ref.indexOf('#') + 1) : ref.replace(/^(?:[^:/]+:)?(?:[^/]+\/)?/, '')
}
