import { type Alias, parseRef } from '@alidade/model'
import type { Located } from '../yaml/fields.ts'
import { type Context, type Owner, orNote } from './context.ts'

const sameAs = 'alidade.dev/same-as'

/** The refs that an entity's annotation says are the same thing. */
export async function aliasesOf(
  context: Context,
  owner: Owner,
  annotations: Readonly<Record<string, Located<string>>>,
): Promise<readonly Alias[]> {
  const said = annotations[sameAs]
  if (!said) return []
  const aliases: Alias[] = []
  for (const text of said.value.split(/[\s,]+/).filter((part) => part !== '')) {
    const missing = { kind: owner.kind, namespace: owner.namespace }
    const ref = await orNote(context, said.line, () => parseRef(text, missing))
    if (ref && ref !== owner.ref) aliases.push({ ref, reason: `annotation ${sameAs}` })
  }
  return aliases
}
