import type { Json } from '@alidade/model'
import { type DescriptorKind, descriptorKinds, type NamingField, type ValueField } from './kinds.ts'

const text = { type: 'string', pattern: '\\S' }
const words = { type: 'object', additionalProperties: { type: 'string' } }

/**
 * The JSON Schema of Alidade's own descriptors, as `docs/reference/descriptors.schema.json` publishes it, for editors.
 * Draft 7, which every editor knows. It is stricter than the reader: the kind is written as here, texts are in quotes
 * where YAML would take them for something else.
 * @see https://json-schema.org/draft-07
 */
export function descriptorSchema(): Readonly<Record<string, Json>> {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Alidade descriptor',
    description: 'What Backstage has no kind for, in the envelope of its descriptors.',
    type: 'object',
    required: ['apiVersion', 'kind', 'spec'],
    properties: {
      apiVersion: { const: 'alidade.dev/v1' },
      kind: { enum: descriptorKinds.map(({ kind }) => kind) },
      metadata: metadata(),
      spec: { type: 'object' },
    },
    allOf: descriptorKinds.map(ofKind),
    definitions: { ref: ref() },
  }
}

function ofKind(described: DescriptorKind): Json {
  const { kind, says, names, values, required } = described
  const isOperation = kind === 'Operation'
  const fields = {
    ...Object.fromEntries(Object.entries(names).map(([key, field]) => [key, naming(field)])),
    ...Object.fromEntries(Object.entries(values).map(([key, field]) => [key, value(field)])),
    ...(isOperation ? { key: key() } : {}),
  }
  return {
    if: { properties: { kind: { const: kind } }, required: ['kind'] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: {
      // An operation is named by its API and its key.
      ...(isOperation ? {} : { required: ['metadata'] }),
      properties: {
        ...(isOperation ? {} : { metadata: { required: ['name'] } }),
        spec: { description: says, properties: fields, required },
      },
    },
  }
}

function key(): Json {
  return {
    type: 'string',
    pattern: '^\\s*\\S[^\\r\\n]*\\s*$',
    maxLength: 500,
    description: 'In the words of the contract: GET /users/{id}, Query.userId.',
  }
}

function naming({ says, one }: NamingField): Json {
  const aRef = { $ref: '#/definitions/ref' }
  if (one) return { description: says, allOf: [aRef] }
  return { description: says, anyOf: [aRef, { type: 'array', minItems: 1, items: aRef }] }
}

function value({ form, says }: ValueField): Json {
  return form === 'text'
    ? { ...text, description: says }
    : { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: says }
}

function metadata(): Json {
  return {
    type: 'object',
    properties: {
      name: { ...text, maxLength: 500 },
      namespace: {
        ...text,
        maxLength: 500,
        description: '`default` when left out; also of refs that leave it out.',
      },
      title: { type: 'string' },
      description: { type: 'string' },
      labels: words,
      annotations: { ...words, description: '`alidade.dev/same-as`: other refs of the same thing.' },
      tags: { type: 'array', items: { type: 'string' } },
      links: {
        type: 'array',
        items: {
          type: 'object',
          required: ['url'],
          properties: {
            url: { type: 'string' },
            title: { type: 'string' },
            icon: { type: 'string' },
            type: { type: 'string' },
          },
        },
      },
    },
  }
}

function ref(): Json {
  return {
    description:
      'kind:namespace/name; what is left out is the default of the field, and the namespace of the entity.',
    anyOf: [
      {
        type: 'string',
        pattern:
          '^\\s*(?:@[^/\\s@]+/[^/\\s@]+|(?:[^:/#@\\s]+:)?(?:[A-Za-z0-9._-]+/)?[A-Za-z0-9._-]+(?:[#@].+)?)\\s*$',
      },
      {
        type: 'object',
        required: ['name'],
        properties: { kind: text, namespace: text, name: text },
      },
    ],
  }
}
