import type { Evidence } from './evidence.ts'
import type { Json } from './json.ts'
import type { Kind } from './kind.ts'
import type { Ref } from './ref.ts'

export type Properties = Readonly<Record<string, Json>>
export type Labels = Readonly<Record<string, string>>

/** What a source can say of an entity. Well-known properties: `title`, `description`, `type`, `lifecycle`, `tags`
 * (list of text), `links` (list of {url, title, icon, type}), `email`, `channel`, `definitionHash` (of the
 * content that is an API's contract). */
export interface Said {
  readonly properties: Properties
  readonly labels: Labels
  readonly annotations: Labels
}

/** What one source says of an entity, with the places that say just this; a source that says two things has two. */
export interface EntityStatement extends Said {
  readonly source: string
  /** The most trusted first; at most 100. */
  readonly evidence: readonly Evidence[]
  /** How many more places say so than `evidence` keeps. */
  readonly moreEvidence: number
}

/** Another ref that answers for an entity, and why it is the same thing. */
export interface Alias {
  readonly ref: Ref
  /** In words: `same repository and folder (acme/shop, services/cart)`. */
  readonly reason: string
}

/** Something that an unresolved entity may be; a person says whether it is. */
export interface Candidate {
  readonly ref: Ref
  readonly reason: string
}

/** Something that the graph knows about, merged from everything that speaks of it. */
export interface Entity extends Said {
  readonly ref: Ref
  readonly kind: Kind
  /** As the most trusted source writes it, with its case. */
  readonly name: string
  /** True while something names it and nothing describes it. */
  readonly unresolved: boolean
  /** By ref. */
  readonly aliases: readonly Alias[]
  /** Likely matches that were not made, by ref: of an unresolved entity, and of two that may be one. */
  readonly candidates: readonly Candidate[]
  /**
   * Who describes it, the most trusted first; none for an unresolved one.
   * Values of `properties`, `labels` and `annotations` come from the first that gives them.
   */
  readonly statements: readonly EntityStatement[]
  /** Every place that names it without describing it, for an unresolved one; at most 100. */
  readonly mentions: readonly Evidence[]
  /** How many more places name it than `mentions` keeps. */
  readonly moreMentions: number
}
