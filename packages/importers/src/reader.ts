import type { Problem, Statement } from '@alidade/model'

/** One kind of source: it turns one file into what the file says. Each is a folder of its own. */
export interface Reader {
  /** The second part of a source's id: `backstage`, `compose`. */
  readonly name: string
  /** What it reads, for a person whose file is none of it: `Backstage descriptors (YAML with …)`. */
  readonly reads?: string
  /** Part of each reading's hash: raise it when the same file would say something else. */
  readonly version: number
  /** The paths it may read, as a quick first look (no content). */
  mayRead(path: string): boolean
  /** Whether the file is one of its kind; asked only where `mayRead`. Never throws: what can't be told is not. */
  recognises(path: string, text: string): boolean
  /**
   * What the file says. Everything wrong with it is a problem in the result, with file and line, and what could be read
   * is read all the same; it throws only when it is itself broken.
   */
  read(file: FileToRead): Promise<WhatItSays>
}

export interface FileToRead {
  /** From the repository's root, with `/`. */
  readonly path: string
  readonly text: string
  readonly repository: Repository
  /** What else the reader may look at; everything it looks at becomes part of the reading's hash. */
  readonly surroundings: Surroundings
}

export interface Repository {
  /** The first part of a source's id: the origin's path (`acme/shop`), or the name given, or the folder's name. */
  readonly name: string
  /** Without credentials. */
  readonly origin?: string
  readonly commit?: string
}

/** The files around one that is read. No path leaves the root of the import; links that do are refused. */
export interface Surroundings {
  /**
   * @param path from the repository's root, `..` allowed inside the import's root
   * @returns undefined where there is no such file
   * @throws InvalidInput `path-outside-root`, `file-too-large` (over 20 MB), `file-unreadable`, `file-not-utf8`
   */
  readText(path: string): Promise<string | undefined>
  /** Paths from the repository's root, in order, at most 10,000. @throws InvalidInput `path-outside-root`, `glob-too-wide` */
  glob(pattern: string): Promise<readonly string[]>
}

/** A text by the SHA-256 of its UTF-8. */
export interface NamedText {
  readonly hash: string
  readonly text: string
}

export interface WhatItSays {
  readonly statements: readonly Statement[]
  readonly problems: readonly Problem[]
  /** Texts that the statements name by their hash: contracts. They are kept beside the graph. */
  readonly contents?: readonly NamedText[]
  /** Files that this one names as being of the same kind (a Location's targets): they are read too. */
  readonly follow: readonly string[]
  /** Set when the file as a whole could not be read (malformed YAML): it keeps what it said before, marked stale. */
  readonly unreadable?: string
}
