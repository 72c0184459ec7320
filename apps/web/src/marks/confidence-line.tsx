import type { Confidence } from '../generated/documents.ts'
import classes from './confidence-line.module.css'

const words = {
  CONTRACT: 'contract',
  OBSERVED: 'observed',
  DECLARED: 'declared',
  INFERRED: 'inferred',
} as const satisfies Record<Confidence, string>

const meanings = {
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

/** The line that a confidence has on the map: two rails, dashes, one line, dots. */
export function ConfidenceLine({ confidence }: { confidence: Confidence }) {
  return (
    <svg
      className={classes.line}
      data-confidence={confidence}
      width={24}
      height={8}
      viewBox="0 0 24 8"
      aria-hidden
    >
      <path d="M1 4H23" />
      {confidence === 'CONTRACT' && <path className={classes.between} d="M1 4H23" />}
    </svg>
  )
}

/** The line and its word. */
export function ConfidenceMark({ confidence }: { confidence: Confidence }) {
  return (
    <span className={classes.mark} title={meanings[confidence]}>
      <ConfidenceLine confidence={confidence} />
      {words[confidence]}
    </span>
  )
}
