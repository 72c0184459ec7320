import { facetNames, groupings, orders } from '@alidade/analysis'
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
    Team: 'Who owns, and whom to talk to.',
    Person: 'Somebody to talk to.',
    Guild: 'A community of practice.',
    Domain: 'An area of the business, with its systems.',
    System: 'What works together to one end.',
    Service: 'Anything that is deployed or built; its `type` says service, website, job or library.',
    Api: 'A contract by which services talk to each other.',
    Operation: 'One endpoint, field, message or method of an API.',
    ContractVersion: 'One content of an API’s contract.',
    Resource: 'A database, a queue, a bucket, a third party.',
    Technology: 'What things are made with.',
    Rfc: 'A proposal.',
    Decision: 'What was decided, and why.',
    Milestone: 'What is to be there by a date.',
    Standard: 'A rule.',
    Waiver: 'Leave to be without a rule for a time.',
  }),
})

export const RelationType = builder.enumType('RelationType', {
  description: 'How one entity is related to another. Read it as a sentence: from, type, to.',
  values: valuesOf(relationTypes, {
    OWNS: 'A team or a person owns anything.',
    MEMBER_OF: 'A person is in a team or a guild; the relation’s properties say in which `role`.',
    PART_OF: 'A child is part of its parent.',
    PROVIDES: 'A service provides an API or an operation.',
    CONSUMES: 'A service consumes an API or an operation.',
    DEPENDS_ON: 'A service depends on a service or a resource.',
    HAS_OPERATION: 'An API has an operation.',
    HAS_VERSION: 'An API has, or had, this content.',
    USES: 'A service is made with a technology; the relation’s properties say in which `version`.',
    PROPOSES: 'An RFC would change this.',
    GOVERNS: 'A standard or a decision applies to this.',
    SUPERSEDES: 'One proposal, decision or rule stands in the place of another.',
    PARTICIPATES_IN: 'A team or a person takes part.',
    RELATES_TO: 'They have something to do with each other.',
  }),
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
  values: valuesOf(facetNames, {
    kind: 'What it is.',
    owner: 'Who owns it; one with two owners counts for both.',
    system: 'The system it is part of.',
    domain: 'The domain it is part of.',
    lifecycle: 'How far it is in its life.',
    type: 'What sort of its kind.',
    tag: 'Its tags; one with two counts for both.',
    confidence: 'The strongest confidence by which it depends or is depended upon.',
    state: '`unresolved`, `differs`.',
    namespace: 'The namespace of its ref.',
  }),
})

export const EntityOrderBy = builder.enumType('EntityOrderBy', {
  description: 'What a list is ordered by; among equals by ref.',
  values: valuesOf(orders, {
    name: 'Ignoring capitals and marks.',
    kind: 'In the order of EntityKind.',
    owner: 'By the first owner’s ref; what nobody owns last.',
    callers: 'By how many depend on it.',
    callees: 'By on how many it depends.',
    lifecycle: 'By its word; what has none last.',
    relevance: 'What fits the text best first.',
  }),
})

export const Direction = builder.enumType('Direction', {
  description: 'A side of an entity.',
  values: {
    IN: { value: 'in', description: 'What points at it.' },
    OUT: { value: 'out', description: 'What it points at.' },
    BOTH: { value: 'both', description: 'Both.' },
  } as const,
})

export const GroupByEnum = builder.enumType('GroupBy', {
  description: 'What stands for its members.',
  values: valuesOf(groupings, {
    team: 'The first owner, a team or a person.',
    system: 'The system it is part of.',
    domain: 'The domain it is part of.',
  }),
})
