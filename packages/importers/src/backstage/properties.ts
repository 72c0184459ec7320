import { createHash } from 'node:crypto'
import type { Properties } from '@alidade/model'
import { note } from '../envelope/context.ts'
import { otherFields, tagsAndLinks, texts } from '../envelope/properties.ts'
import type { Fields } from '../yaml/fields.ts'
import type { BackstageContext } from './context.ts'
import { specFields } from './fields.ts'
import { linkedFile } from './linked-file.ts'

const readElsewhere = new Set([...Object.keys(specFields), 'type', 'lifecycle', 'profile', 'definition'])

/** What an entity says of itself, in the model's words for it; other fields of `spec` as `spec.<field>`. */
export async function propertiesOf(
  context: BackstageContext,
  metadata: Fields,
  spec: Fields,
): Promise<Properties> {
  const profile = spec.fields('profile')
  const displayName = profile.text('displayName')
  return {
    ...texts({
      title: metadata.text('title') ?? displayName,
      description: metadata.text('description'),
      type: spec.text('type'),
      lifecycle: spec.text('lifecycle'),
      displayName,
      email: profile.text('email'),
      picture: profile.text('picture'),
    }),
    ...tagsAndLinks(context, metadata),
    ...(await definitionOf(context, spec)),
    ...otherFields(spec, readElsewhere),
  }
}

/**
 * Where an API's contract is, and the SHA-256 of its text, written out or named by a placeholder.
 * @see https://backstage.io/docs/features/software-catalog/descriptor-format#substitutions-in-the-descriptor-format
 */
async function definitionOf(context: BackstageContext, spec: Fields): Promise<Properties> {
  const definition = spec.node('definition')?.value
  if (!definition || (definition.is === 'scalar' && definition.value === null)) return {}
  const type = spec.text('type')
  const found = (text: string, file: string) => {
    const hash = createHash('sha256').update(text).digest('hex')
    context.contents.push({ hash, text })
    return {
      definitionHash: hash,
      ...(type ? { definitionType: type.value } : {}),
      definitionFile: file,
    }
  }
  if (definition.is === 'scalar') return found(definition.text, context.file.path)
  const fields = spec.fields('definition')
  const target = fields.text('$text') ?? fields.text('$yaml') ?? fields.text('$json')
  if (!target) {
    note(
      context,
      definition.line,
      'field-malformed',
      '`spec.definition` is neither a text nor a placeholder: write the text, or `$text: <file>`',
    )
    return {}
  }
  const file = await linkedFile(context, target)
  return file ? found(file.text, file.path) : {}
}
