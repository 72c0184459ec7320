import { InvalidInput, type Kind, makeRef, type Ref } from '@alidade/model'
import type { Fields, Located } from '../yaml/fields.ts'
import { type Context, note, type Owner } from './context.ts'

/** An entity with its name as it is written. */
export interface Named extends Owner {
  readonly name: string
}

/** Which entity of the kind `metadata` names; undefined, and a problem, where it names none. */
export function nameIn(context: Context, metadata: Fields, kind: Kind): Named | undefined {
  const name = metadata.text('name')
  if (!name) {
    note(
      context,
      metadata.line,
      'field-missing',
      'this entity has no `metadata.name`, and was not read: add it',
    )
    return undefined
  }
  if (isPlaceholder(context, name)) return undefined
  const namespace = namespaceIn(metadata)
  const ref = refOf(context, kind, namespace, name)
  return ref && { ref, kind, namespace, name: name.value }
}

/** Where a name is a template's placeholder, that is a problem, and no name. */
export function isPlaceholder(context: Context, { value, line }: Located<string>): boolean {
  if (!value.includes('{{')) return false
  note(
    context,
    line,
    'template-placeholder',
    `"${value}" is a template's placeholder, no name, and was not read: leave templates out of the import`,
    'warning',
  )
  return true
}

export function namespaceIn(metadata: Fields): string {
  return metadata.text('namespace')?.value ?? 'default'
}

function refOf(
  context: Context,
  kind: Kind,
  namespace: string,
  { value, line }: Located<string>,
): Ref | undefined {
  try {
    const ref = makeRef(kind, namespace, value)
    if (!/^[\w.-]+$/.test(value) || !/^[\w.-]+$/.test(namespace)) {
      note(
        context,
        line,
        'name-malformed',
        `"${namespace}/${value}" has characters that a name can't have: use letters, digits, ".", "_" and "-" (it is read as ${ref})`,
        'warning',
      )
    }
    return ref
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error
    note(context, line, error.code, `${error.message}; the entity was not read`)
    return undefined
  }
}
