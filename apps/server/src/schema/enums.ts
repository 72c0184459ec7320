import { facetNames, orders } from '@alidade/analysis'
import { confidences, kinds, relationTypes } from '@alidade/model'
import { builder } from './builder.ts'

/** `contractVersion` and `ContractVersion` are CONTRACT_VERSION in the API. */
export function enumName(word: string): string {
  return word.replace(/([a-z])([A-Z])/g, '$1_$2').toUpperCase()
}

function valuesOf<Word extends string>(
  words: readonly Word[],
  described: Partial<Record<Word, string>> = {},
) {
  return Object.fromEntries(
    words.map((word) => [enumName(word), { value: word, description: described[word] }]),
  ) as Record<string, { value: Word; description?: string }>
}

export const EntityKind = builder.enumType('EntityKind', {
  description: 'What an entity is.',
  values: valuesOf(kinds, {
    Service: 'Anything that is deployed or built; its `type` says service, website, job or library.',
    Operation: 'One endpoint, field, message or method of an API.',
    ContractVersion: 'One content of an API’s contract.',
    Resource: 'A database, a queue, a bucket, a third party.',
    Technology: 'What things are made with.',
  }),
})

export const RelationType = builder.enumType('RelationType', {
  description: 'How one entity is related to another. Read it as a sentence: from, type, to.',
  values: valuesOf(relationTypes),
})

export const Confidence = builder.enumType('Confidence', {
  description: 'How a fact is known; the surest first.',
  values: valuesOf(confidences, {
    contract: 'An API contract or a client’s document shows it.',
    observed: 'It was seen in traffic.',
    declared: 'A catalogue says so.',
    inferred: 'It was read out of configuration or code.',
  }),
})

export const FacetNameEnum = builder.enumType('FacetName', {
  description: 'What a list can be counted by.',
  values: valuesOf(facetNames),
})

export const EntityOrderBy = builder.enumType('EntityOrderBy', {
  description: 'What a list is ordered by; among equals by ref.',
  values: valuesOf(orders, {
    callers: 'The most depended upon first.',
    callees: 'What depends on most first.',
    relevance: 'How well the text fits.',
  }),
})

export const Direction = builder.enumType('Direction', {
  description: 'IN: towards the entity, what points at it. OUT: away from it, what it points at.',
  values: { IN: { value: 'in' }, OUT: { value: 'out' }, BOTH: { value: 'both' } } as const,
})
