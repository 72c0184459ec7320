import { createHash } from 'node:crypto'
import type { Json, Properties } from '@alidade/model'
import type { Fields, Located } from '../yaml/fields.ts'
import { toJson } from '../yaml/node.ts'
import { type Context, note } from './context.ts'
import { specFields } from './fields.ts'
import { linkedFile } from './linked-file.ts'

/** What an entity says of itself, in the model's words for it; other fields of `spec` as `spec.<field>`. */
export async function propertiesOf(context: Context, metadata: Fields, spec: Fields): Promise<Properties> {
  const profile = spec.fields('profile')
  const displayName = profile.text('displayName')
  const tags = metadata.texts('tags').map(({ value }) => value)
  const links = metadata.list('links').flatMap((link) => linkOf(context, link))
  const texts: Readonly<Record<string, Located<string> | undefined>> = {
    title: metadata.text('title') ?? displayName,
    description: metadata.text('description'),
    type: spec.text('type'),
    lifecycle: spec.text('lifecycle'),
    displayName,
    email: profile.text('email'),
    picture: profile.text('picture'),
  }
  return {
    ...Object.fromEntries(Object.entries(texts).flatMap(([key, text]) => (text ? [[key, text.value]] : []))),
    ...(tags.length === 0 ? {} : { tags }),
    ...(links.length === 0 ? {} : { links }),
    ...(await definitionOf(context, spec)),
    ...otherFields(spec),
  }
}

function linkOf(context: Context, link: Fields): Json[] {
  const url = link.text('url')
  if (!url) {
    note(context, link.line, 'field-missing', `${link.where} has no \`url\`, and was left out: add it`)
    return []
  }
  const others = (['title', 'icon', 'type'] as const).flatMap((key) => {
    const text = link.text(key)
    return text ? [[key, text.value] as const] : []
  })
  return [{ url: url.value, ...Object.fromEntries(others) }]
}

/**
 * Where an API's contract is, and the SHA-256 of its text, written out or named by a placeholder.
 * @see https://backstage.io/docs/features/software-catalog/descriptor-format#substitutions-in-the-descriptor-format
 */
async function definitionOf(context: Context, spec: Fields): Promise<Properties> {
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

const readElsewhere = new Set([...Object.keys(specFields), 'type', 'lifecycle', 'profile', 'definition'])

function otherFields(spec: Fields): Properties {
  const others = spec.keys.filter((key) => !readElsewhere.has(key))
  return Object.fromEntries(
    others.flatMap((key) => {
      const value = spec.node(key)?.value
      return value ? [[`spec.${key}`, toJson(value)] as const] : []
    }),
  )
}
