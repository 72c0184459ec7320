import type { Context } from '../envelope/context.ts'
import type { NamedText } from '../reader.ts'

/** The file that is read, where its problems go, and what is asked of all its documents. */
export interface BackstageContext extends Context {
  /** Contracts that were come across. */
  readonly contents: NamedText[]
  /** Whether the file describes one Component and no more of them, so that its folder may be that one's. */
  readonly singleComponent: boolean
}
