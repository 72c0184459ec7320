/** How we know. `declared`: a catalogue says so. `contract`: an API contract or client document shows it. `observed`:
 * seen in traffic. `inferred`: read out of configuration or code. */
export const confidences = ['contract', 'observed', 'declared', 'inferred'] as const
export type Confidence = (typeof confidences)[number]

/** One place that says so. */
export interface Evidence {
  /** The source that says so: `<repository>/<reader>`, or `manual`. */
  readonly source: string
  readonly confidence: Confidence
  /** From the repository's root, with `/`. */
  readonly file: string
  /** From 1. */
  readonly line: number
  /** What exactly was read, where the place alone does not tell: `DATABASE_URL`. */
  readonly reason?: string
  readonly environment?: string
  /** When this place first said so; a UTC instant. */
  readonly firstSeen?: string
  /** For what was observed: how often, and when last. */
  readonly count?: number
  readonly lastSeen?: string
  /** The person who said so, for the source `manual`. */
  readonly by?: string
}

export const mostEvidence = 100

/** How sure a confidence makes a fact: 0 is surest. */
export function confidenceRank(confidence: Confidence): number {
  return confidences.indexOf(confidence)
}

/** What makes two pieces of evidence the same one: all but line, count, and the times. */
export function evidenceId({ source, confidence, file, reason, environment, by }: Evidence): string {
  return JSON.stringify([source, confidence, file, reason, environment, by])
}
