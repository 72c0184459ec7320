import type { Properties } from '@alidade/model'
import { type Context, note } from '../envelope/context.ts'
import { otherFields, tagsAndLinks, texts } from '../envelope/properties.ts'
import type { Fields, Located } from '../yaml/fields.ts'
import type { DescriptorKind, ValueField } from './kinds.ts'

/** What an entity says of itself; fields of `spec` that its kind does not know as `spec.<field>`. */
export function propertiesOf(
  context: Context,
  { kind, names, values }: DescriptorKind,
  metadata: Fields,
  spec: Fields,
): Properties {
  const isOperation = kind === 'Operation'
  const known = new Set([...Object.keys(names), ...Object.keys(values), ...(isOperation ? ['key'] : [])])
  return {
    ...texts({
      // An operation is called by its key, so that what else it is called is its title.
      title: metadata.text('title') ?? (isOperation ? metadata.text('name') : undefined),
      description: metadata.text('description'),
    }),
    ...texts(
      Object.fromEntries(
        Object.entries(values).map(([key, field]) => [key, valueIn(context, key, field, spec)]),
      ),
    ),
    ...tagsAndLinks(context, metadata),
    ...otherFields(spec, known),
  }
}

function valueIn(
  context: Context,
  key: string,
  { form }: ValueField,
  spec: Fields,
): Located<string> | undefined {
  const said = spec.text(key)
  if (!said || form === 'text' || isDay(said.value)) return said
  const message = `\`spec.${key}\` is no day (${said.value.slice(0, 50)}): write year, month and day, e.g. 2026-12-24`
  note(context, said.line, 'date-malformed', message)
  return undefined
}

/** Whether the text is a day of the calendar as ISO 8601 writes it. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}
