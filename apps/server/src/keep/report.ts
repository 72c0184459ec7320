import type { Revision } from '@alidade/graph'
import { differences, type Sums } from './sums.ts'

type KeepingStage = 'write' | 'check' | 'load' | 'compare'

/** How far it is: rows of this stage so far. */
export interface KeepingProgress {
  readonly stage: KeepingStage
  readonly rows: number
}

/** What was backed up, restored or copied, and found to be the same on both sides. */
export interface KeepingReport {
  readonly did: 'backup' | 'restore' | 'copy'
  /** In words, without secrets. */
  readonly from: string
  readonly to: string
  readonly revision: Revision
  /** Rows on both sides, and the checksum of their content, by kind. */
  readonly content: Omit<Sums, 'state'>
  readonly milliseconds: number
}

export interface KeepingRequest {
  readonly onProgress?: (progress: KeepingProgress) => void
}

/**
 * The report, when both sides are the same.
 * @throws Error when they are not, which is a defect
 */
export function compared(
  there: Sums,
  here: Sums,
  report: Pick<KeepingReport, 'did' | 'from' | 'to' | 'revision'>,
  begun: number,
): KeepingReport {
  const kinds = differences(there, here)
  if (kinds.length > 0) {
    throw new Error(`${report.to} is not the same as ${report.from}: they differ in ${kinds.join(', ')}`)
  }
  const { state: _, ...content } = here
  return { ...report, content, milliseconds: Math.round(performance.now() - begun) }
}
