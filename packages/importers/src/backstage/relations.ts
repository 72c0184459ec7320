import type { RelationStatement } from '@alidade/model'
import { type Context, note, type Owner } from '../envelope/context.ts'
import { type NamedRef, refTexts, relationsOf } from '../envelope/relations.ts'
import { fieldsOf, type Report } from '../yaml/fields.ts'
import type { YamlNode } from '../yaml/node.ts'
import { relationTypes, specFields } from './fields.ts'

/** Every relation that an entity's fields state, each once, in the order of the file. */
export function relationsIn(
  context: Context,
  owner: Owner,
  root: YamlNode,
  role: string | undefined,
): readonly RelationStatement[] {
  const report: Report = { file: context.file.path, problems: context.problems }
  const named = [...inSpec(owner, root, report), ...inRelations(context, root, report)]
  return relationsOf(
    context,
    owner,
    named.map((each) =>
      each.field.type === 'MEMBER_OF' && each.field.direction === 'out' && role !== undefined
        ? { ...each, properties: { role } }
        : each,
    ),
  )
}

function inSpec(owner: Owner, root: YamlNode, report: Report): readonly NamedRef[] {
  const spec = fieldsOf(root, '', report).fields('spec')
  return spec.keys.flatMap((key) => {
    const field = Object.hasOwn(specFields, key) ? specFields[key] : undefined
    if (!field || (field.on && !field.on.includes(owner.kind))) return []
    const where = `spec.${key}`
    return refTexts(spec.node(key)?.value, where, report).map((text) => ({ field, where, text }))
  })
}

function inRelations(context: Context, root: YamlNode, report: Report): readonly NamedRef[] {
  const document = fieldsOf(root, '', report)
  return (document.node('relations') ? document.list('relations') : []).flatMap((relation) => {
    const type = relation.text('type')
    const target = relation.text('targetRef')
    if (!type) return []
    const field = Object.hasOwn(relationTypes, type.value) ? relationTypes[type.value] : undefined
    if (!field) {
      note(
        context,
        type.line,
        'relation-unknown',
        `"${type.value}" is no relation that is read: use one of ${Object.keys(relationTypes).join(', ')}`,
        'warning',
      )
      return []
    }
    return target ? [{ field, where: `relations.${type.value}`, text: target }] : []
  })
}
