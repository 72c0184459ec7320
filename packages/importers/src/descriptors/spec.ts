import { type Context, note } from '../envelope/context.ts'
import { type NamedRef, refTexts } from '../envelope/relations.ts'
import type { Fields } from '../yaml/fields.ts'
import type { DescriptorKind, NamingField } from './kinds.ts'

/** Whether a field is left out, or nothing stands in it. */
export function isMissing(spec: Fields, key: string): boolean {
  const value = spec.node(key)?.value
  if (!value) return true
  if (value.is === 'scalar') return value.value === null || value.text.trim() === ''
  return value.is === 'list' && value.items.length === 0
}

/** Every ref that the fields of the kind name, in the order of the kind's fields. */
export function refsIn(context: Context, { names }: DescriptorKind, spec: Fields): readonly NamedRef[] {
  return Object.entries(names).flatMap(([key, field]) => refsOf(context, key, field, spec))
}

/** The refs of one field; of those in a field that names one, the first. */
function refsOf(context: Context, key: string, field: NamingField, spec: Fields): readonly NamedRef[] {
  if (isMissing(spec, key)) return []
  const where = `spec.${key}`
  const found = refTexts(spec.node(key)?.value, where, {
    file: context.file.path,
    problems: context.problems,
  })
  const [, second] = found
  if (field.one && second) {
    const message = `${where} names ${found.length}, and only the first was read: name one`
    note(context, second.line, 'field-malformed', message)
  }
  const properties = field.role === undefined ? {} : { properties: { role: field.role } }
  return (field.one ? found.slice(0, 1) : found).map((text) => ({ field, where, text, ...properties }))
}
