import type { EntityKind } from '../generated/documents.ts'

/** The kinds in the order in which people look for them, with the words that the pages use. */
export const kinds = {
  SERVICE: { one: 'service', many: 'services' },
  API: { one: 'API', many: 'APIs' },
  OPERATION: { one: 'operation', many: 'operations' },
  CONTRACT_VERSION: { one: 'contract version', many: 'contract versions' },
  RESOURCE: { one: 'resource', many: 'resources' },
  TECHNOLOGY: { one: 'technology', many: 'technologies' },
  TEAM: { one: 'team', many: 'teams' },
  PERSON: { one: 'person', many: 'people' },
  GUILD: { one: 'guild', many: 'guilds' },
  SYSTEM: { one: 'system', many: 'systems' },
  DOMAIN: { one: 'domain', many: 'domains' },
  RFC: { one: 'RFC', many: 'RFCs' },
  DECISION: { one: 'decision', many: 'decisions' },
  MILESTONE: { one: 'milestone', many: 'milestones' },
  STANDARD: { one: 'standard', many: 'standards' },
  WAIVER: { one: 'waiver', many: 'waivers' },
} as const satisfies Record<EntityKind, { one: string; many: string }>

export const kindOrder = Object.keys(kinds).filter(isKind)

/** Whether a word, which may come from an address, is a kind. */
export function isKind(word: string): word is EntityKind {
  return Object.hasOwn(kinds, word)
}
