import { operationRef } from '@alidade/model'
import { type Context, note } from '../envelope/context.ts'
import { isPlaceholder, type Named, namespaceIn } from '../envelope/name.ts'
import { mentionOf, type NamedRef } from '../envelope/relations.ts'
import type { Fields } from '../yaml/fields.ts'

const longestKey = 500

/** Which operation `spec.api` and `spec.key` name; undefined, and a problem, where one of them is missing or malformed. */
export function operationIn(
  context: Context,
  refs: readonly NamedRef[],
  metadata: Fields,
  spec: Fields,
): Named | undefined {
  const namespace = namespaceIn(metadata)
  const named = refs.find(({ where }) => where === 'spec.api')
  const api = named && mentionOf(context, { namespace }, named)
  const key = keyIn(context, spec)
  if (!named) {
    note(context, spec.line, 'field-missing', 'this Operation has no `spec.api`, and was not read: add it')
  }
  if (!api || key === undefined) return undefined
  return { ref: operationRef(api.ref, key), kind: 'Operation', namespace, name: key }
}

function keyIn(context: Context, spec: Fields): string | undefined {
  const said = spec.text('key')
  const key = said?.value.trim()
  if (!said || !key) {
    const line = spec.node('key')?.line ?? spec.line
    note(context, line, 'field-missing', 'this Operation has no `spec.key`, and was not read: add it')
    return undefined
  }
  if (isPlaceholder(context, said)) return undefined
  if (key.length > longestKey || /[\r\n]/.test(key)) {
    const message = `\`spec.key\` is no key: write one line of 1 to ${longestKey} characters, e.g. GET /users/{id}`
    note(context, said.line, 'field-malformed', message)
    return undefined
  }
  return key
}
