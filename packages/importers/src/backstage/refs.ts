import { InvalidInput, kindOfRef, type Mention, parseRef, type RelationStatement } from '@alidade/model'
import { fieldsOf, type Located, type Report } from '../yaml/fields.ts'
import type { YamlNode } from '../yaml/node.ts'
import { type Context, note, type Owner } from './context.ts'
import { type RelationField, relationTypes, specFields } from './fields.ts'

/** Every relation that an entity's fields state, each once, in the order of the file. */
export function relationsOf(
  context: Context,
  owner: Owner,
  root: YamlNode,
  role: string | undefined,
): readonly RelationStatement[] {
  const report: Report = { file: context.file.path, problems: context.problems }
  const document = fieldsOf(root, '', report)
  const spec = document.fields('spec')
  const found = new Map<string, RelationStatement>()
  const add = (field: RelationField, where: string, text: Located<string>) => {
    const other = mentionOf(context, owner, field, where, text)
    if (!other) return
    const { type, direction } = field
    const key = `${type} ${direction} ${other.ref}`
    if (found.has(key)) return
    const properties =
      type === 'MEMBER_OF' && direction === 'out' && role !== undefined ? { properties: { role } } : {}
    found.set(key, {
      type,
      direction,
      other,
      line: text.line,
      confidence: 'declared',
      reason: where,
      ...properties,
    })
  }
  for (const key of spec.keys) {
    const field = Object.hasOwn(specFields, key) ? specFields[key] : undefined
    if (!field || (field.on && !field.on.includes(owner.kind))) continue
    for (const text of refTexts(spec.node(key)?.value, `spec.${key}`, report)) add(field, `spec.${key}`, text)
  }
  for (const relation of document.node('relations') ? document.list('relations') : []) {
    const type = relation.text('type')
    const target = relation.text('targetRef')
    const field = type && Object.hasOwn(relationTypes, type.value) ? relationTypes[type.value] : undefined
    if (type && field && target) add(field, `relations.${type.value}`, target)
    else if (type && !field) {
      note(
        context,
        type.line,
        'relation-unknown',
        `"${type.value}" is no relation that is read: use one of ${Object.keys(relationTypes).join(', ')}`,
        'warning',
      )
    }
  }
  return [...found.values()]
}

/** One ref or a list of them, each a text or a map of kind, namespace and name. */
function refTexts(node: YamlNode | undefined, where: string, report: Report): readonly Located<string>[] {
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

function mentionOf(
  context: Context,
  owner: Owner,
  field: RelationField,
  where: string,
  { value, line }: Located<string>,
): Mention | undefined {
  try {
    const ref = parseRef(value, { namespace: owner.namespace, ...(field.kind ? { kind: field.kind } : {}) })
    if (field.allowed && !field.allowed.includes(kindOfRef(ref))) {
      note(context, line, 'relation-kind', `${where} can't be ${value}: name a ${field.allowed.join(' or ')}`)
      return undefined
    }
    if (ref === owner.ref) {
      note(context, line, 'relation-to-itself', `${where} names the entity itself: remove it`, 'warning')
      return undefined
    }
    return { ref, name: value.trim().replace(/^.*[:/]/, ''), scope: 'full' }
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
