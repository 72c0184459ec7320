import type { Confidence } from '../generated/documents.ts'

const words = {
  CONTRACT: 'contract',
  OBSERVED: 'observed',
  DECLARED: 'declared',
  INFERRED: 'inferred',
} as const satisfies Record<Confidence, string>

/** What each of them means. */
export const confidenceMeanings = {
  CONTRACT: 'an API contract or a client document shows it',
  OBSERVED: 'seen in traffic',
  DECLARED: 'a catalogue says so',
  INFERRED: 'read out of configuration or code',
} as const satisfies Record<Confidence, string>

/** From the surest. */
export const confidences = [
  'CONTRACT',
  'OBSERVED',
  'DECLARED',
  'INFERRED',
] as const satisfies readonly Confidence[]

export const confidenceWord = (confidence: Confidence) => words[confidence]
