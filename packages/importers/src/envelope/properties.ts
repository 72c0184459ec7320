import type { Json, Properties } from '@alidade/model'
import type { Fields, Located } from '../yaml/fields.ts'
import { toJson } from '../yaml/node.ts'
import { type Context, note } from './context.ts'

/** The texts that there are, by the property that each becomes. */
export function texts(found: Readonly<Record<string, Located<string> | undefined>>): Properties {
  return Object.fromEntries(
    Object.entries(found).flatMap(([key, text]) => (text ? [[key, text.value] as const] : [])),
  )
}

/** What stands below `metadata.tags` and `metadata.links`. */
export function tagsAndLinks(context: Context, metadata: Fields): Properties {
  const tags = metadata.texts('tags').map(({ value }) => value)
  const links = metadata.list('links').flatMap((link) => linkOf(context, link))
  return { ...(tags.length === 0 ? {} : { tags }), ...(links.length === 0 ? {} : { links }) }
}

function linkOf(context: Context, link: Fields): Json[] {
  const url = link.text('url')
  if (!url) {
    note(context, link.line, 'field-missing', `${link.where} has no \`url\`, and was left out: add it`)
    return []
  }
  const others = texts({ title: link.text('title'), icon: link.text('icon'), type: link.text('type') })
  return [{ url: url.value, ...others }]
}

/** The fields of `spec` that nothing else reads, as they are, as `spec.<field>`. */
export function otherFields(spec: Fields, readElsewhere: ReadonlySet<string>): Properties {
  const others = spec.keys.filter((key) => !readElsewhere.has(key))
  return Object.fromEntries(
    others.flatMap((key) => {
      const value = spec.node(key)?.value
      return value ? [[`spec.${key}`, toJson(value)] as const] : []
    }),
  )
}

/** Labels or annotations without their lines. */
export function plain(record: Readonly<Record<string, Located<string>>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(record).map(([key, { value }]) => [key, value]))
}
