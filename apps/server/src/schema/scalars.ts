import { InvalidInput } from '@alidade/model'
import { builder } from './builder.ts'

builder.scalarType('Ref', {
  description:
    'Names one entity for good: `kind:namespace/name`, e.g. `service:default/checkout`. The namespace may be left out ' +
    '(`default`), and the kind where a field takes one kind only; case does not matter; Backstage’s words for kinds ' +
    '(`component`, `group`, `user`) and `@org/team` are understood, and so is every alias.',
  specifiedByURL: 'https://backstage.io/docs/features/software-catalog/references',
  serialize: (ref) => String(ref),
  // A name alone becomes a ref only where the field says of which kind, so it is read there.
  parseValue: (value) => text(value, 'a ref'),
})

builder.scalarType('DateTime', {
  description: 'An instant in UTC: `2026-11-24T09:00:00.000Z`.',
  specifiedByURL: 'https://scalars.graphql.org/andimarek/date-time.html',
  serialize: (instant) => String(instant),
})

builder.scalarType('URL', {
  description: 'An absolute address.',
  specifiedByURL: 'https://url.spec.whatwg.org/',
  serialize: (url) => String(url),
})

builder.scalarType('JSON', {
  description: 'Any JSON value.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc8259',
  serialize: (value) => value,
})

function text(value: unknown, what: string): string {
  if (typeof value === 'string') return value
  throw new InvalidInput('variables-invalid', `${what} is text, and ${JSON.stringify(value)} is none`)
}
