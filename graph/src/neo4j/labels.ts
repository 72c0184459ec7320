/** What a person sees in Neo4j's browser: `:Entity` and its kind. */
export const entityLabel = 'Entity'

/** Every other node of the store has just one of these, so that queries about the organisation never meet them. */
export const bookkeepingLabels = [
  'AlidadeStore',
  'AlidadeCommit',
  'AlidadeLog',
  'AlidadeLogShelf',
  'AlidadeRecord',
  'AlidadeSource',
  'AlidadeReading',
  'AlidadeStatement',
  'AlidadeKey',
  'AlidadeContent',
  'AlidadeLease',
] as const
