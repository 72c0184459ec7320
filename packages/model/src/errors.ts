/** A line of a file, both as a person would look for them: the path from the repository's root, the line from 1. */
export interface Place {
  readonly file: string
  readonly line: number
}

/** Something that the person who gave the input can mend: the message says what is wrong and what to do. */
export class InvalidInput extends Error {
  override readonly name = 'InvalidInput'
  readonly code: string
  readonly place: Place | undefined

  constructor(code: string, message: string, place?: Place) {
    super(place ? `${place.file}:${place.line}: ${message}` : message)
    this.code = code
    this.place = place
  }
}

/**
 * Something in an import that a person should know of and the rest of the import goes on without.
 * `message` says what is wrong and what to do about it, without the place: that stands in `file` and `line`.
 */
export interface Problem extends Place {
  /** In lower case with dashes, e.g. `yaml-malformed`; documented in docs/reference/problems.md. */
  readonly code: string
  /** `error`: something was not read. `warning`: it was read, and is likely not meant so. */
  readonly severity: 'error' | 'warning'
  readonly message: string
}
