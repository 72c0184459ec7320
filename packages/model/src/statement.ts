import type { Alias, Said } from './entity.ts'
import type { Place, Problem } from './errors.ts'
import type { Confidence } from './evidence.ts'
import type { Json } from './json.ts'
import type { Kind } from './kind.ts'
import type { Ref } from './ref.ts'
import type { RelationType } from './relation.ts'

/** How one file names something: it may or may not be the thing that another file names. */
export interface Mention {
  /** What it would be called if nothing else said more. */
  readonly ref: Ref
  /** As it stands in the file. */
  readonly name: string
  /**
   * `full`: a whole catalogue ref (kind, namespace and name, given or by the format's defaults); it means just that ref
   *   and is never taken for another by name.
   * `local`: a name that its own project or namespace defines; `ref` is of that project.
   * `bare`: a name that has to be looked up: the project's own if it defines it, else the one described entity of the
   *   whole graph with the name and one of `kinds`, else unresolved under `ref`.
   */
  readonly scope: 'full' | 'local' | 'bare'
  /** For `bare`: what it may be, e.g. Service and Resource for a host. Others are of their ref's kind. */
  readonly kinds?: readonly Kind[]
}

/** What one file says of the relation of a statement's subject to something else. */
export interface RelationStatement {
  readonly type: RelationType
  /** `out`: the subject is the relation's from. `in`: its to (a component names its owner: Team OWNS Service). */
  readonly direction: 'out' | 'in'
  readonly other: Mention
  readonly line: number
  /** Where it really stands, if that is another file than the one that is read: the variable in an `env_file`. */
  readonly place?: Place
  readonly confidence: Confidence
  readonly reason?: string
  readonly environment?: string
  readonly count?: number
  readonly lastSeen?: string
  readonly firstSeen?: string
  readonly properties?: Readonly<Record<string, Json>>
  /** The person who said so, for the source `manual`. */
  readonly by?: string
  /** How many more places said so than an export that is read back could name. */
  readonly more?: number
}

/** What one file says about one thing. */
export interface Statement {
  readonly subject: Mention
  /** What it says the subject is; absent where the file only relates it to others. */
  readonly description?: Description
  readonly relations: readonly RelationStatement[]
  /** Set where an export that is read back says it: the subject is what it was in the graph that was exported. */
  readonly settled?: Settled
}

/**
 * What an export knows of a thing beside what its places say. It is a person's or the resolution's work already, so that
 * nothing is inferred between two that are settled: they stay as many as they were.
 */
export interface Settled {
  /** Other refs that answer for it, each with the reason that it had. */
  readonly aliases: readonly Alias[]
  /** A place that names it, where nothing describes it; `more` counts those that the export could only count. */
  readonly mention?: Omit<RelationStatement, 'type' | 'direction' | 'other' | 'place' | 'properties'>
}

export interface Description extends Said {
  readonly line: number
  readonly confidence: Confidence
  readonly reason?: string
  readonly environment?: string
  readonly firstSeen?: string
  readonly by?: string
  /** How many more places say just this than an export that is read back could name. */
  readonly more?: number
  /**
   * What else identifies the thing: descriptions that share one are the same thing (unless both are in one source).
   * `folder:acme/shop#services/cart` (repository and folder) and `image:ghcr.io/acme/cart` (built there, less its
   * version).
   */
  readonly identities: readonly string[]
  /** Refs that this description says are the same thing, and where it says so: `annotation alidade.dev/same-as`. */
  readonly sameAs: readonly Alias[]
}

/** A statement with where it stands. */
export interface LocatedStatement {
  readonly source: string
  readonly file: string
  readonly statement: Statement
}

/** Names one reading. */
export interface ReadingKey {
  /** `<repository>/<reader>`. */
  readonly source: string
  /** From the repository's root, with `/`. */
  readonly file: string
}

/** A reading without what it says. */
export interface ReadingHead extends ReadingKey {
  /** Of the file, of everything that it includes or looked for, and of the reader's version. */
  readonly hash: string
  /** What else was read for it, or looked for and not there (hash null): by path from the repository's root. */
  readonly includes: readonly Include[]
  readonly problems: readonly Problem[]
  /** Set when the file is there and can't be read any more: it keeps what it said before. */
  readonly stale?: { readonly since: string; readonly reason: string }
}

/** What one file of one source says, kept until the file says something else. */
export interface Reading extends ReadingHead {
  readonly statements: readonly Statement[]
}

export interface Include {
  /**
   * A path; or `glob:<pattern>`, whose hash is that of the list of paths it finds; or `follow:<path>`, a file that this
   * one names to be read too, whose hash is null.
   */
  readonly path: string
  readonly hash: string | null
}

/** Where facts come from. */
export interface Source {
  /** `<repository>/<reader>`, or `manual`. */
  readonly id: string
  readonly repository: string
  readonly reader: string
  /** The repository's origin without credentials, e.g. `https://github.com/acme/shop`, where it has one. */
  readonly origin?: string
  readonly commit?: string
  /** When it was last read; a UTC instant. */
  readonly lastRead: string
  /** True while an import of it has begun and not come to its end; the next one looks at everything again. */
  readonly unfinished?: boolean
}

/** What a person says about names; `different` wins over whatever joins the two by inference. */
export interface Ruling {
  readonly id: string
  readonly says: 'same' | 'different'
  readonly a: Ref
  readonly b: Ref
  readonly by: string
  readonly at: string
  readonly why?: string
}
