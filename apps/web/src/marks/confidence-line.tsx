import type { Confidence } from '../generated/documents.ts'
import classes from './confidence-line.module.css'
import { confidenceMeanings, confidenceWord } from './confidences.ts'

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
    <span className={classes.mark} title={confidenceMeanings[confidence]}>
      <ConfidenceLine confidence={confidence} />
      {confidenceWord(confidence)}
    </span>
  )
}
