import { builder } from './builder.ts'

export interface KeyValueModel {
  readonly key: string
  readonly value: string
}

export const KeyValue = builder.objectRef<KeyValueModel>('KeyValue').implement({
  description: 'A label, an annotation or a property of a relation.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'Its name.', nullable: false }),
    value: t.exposeString('value', { description: 'Its text.', nullable: false }),
  }),
})

/** In the order of keys; what is no text is shown as JSON. */
export function keyValues(from: Readonly<Record<string, unknown>>): KeyValueModel[] {
  return Object.entries(from)
    .map(([key, value]) => ({ key, value: typeof value === 'string' ? value : JSON.stringify(value) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
}
