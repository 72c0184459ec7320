import { createHash } from 'node:crypto'
import { InvalidInput } from './errors.ts'
import { type Kind, kindOf } from './kind.ts'

/**
 * Names one entity for good: `kind:namespace/name`, lower case, e.g. `service:default/checkout`. An operation is its
 * API's ref, `#` and the contract's own key (`api:default/shop#Query.userId`), a contract version its API's ref, `@`
 * and the first twelve hex digits of the SHA-256 of its content.
 */
export type Ref = string & { readonly __brand: 'Ref' }

const allowed = /^[a-z0-9._-]+$/
const longestName = 500

/**
 * The ref of something that another tool names, whatever characters it uses: capitals are lowered; if others than
 * `a-z 0-9 . _ -` remain, each becomes `-`, trimmed at the ends, and `-` and six hex digits of the SHA-256 of the
 * original follow, so that two names never become one.
 * @throws InvalidInput `ref-malformed` for an empty name, or one of more than 500 characters
 */
export function makeRef(kind: Kind, namespace: string, name: string): Ref {
  return `${kind.toLowerCase()}:${refPart(namespace)}/${refPart(name)}` as Ref
}

/** One part of a ref from a foreign name; see `makeRef`. */
function refPart(original: string): string {
  if (original.length === 0 || original.length > longestName) {
    throw new InvalidInput(
      'ref-malformed',
      `a name of ${original.length} characters can't be a ref: use 1 to ${longestName}`,
    )
  }
  const lowered = original.toLowerCase()
  if (allowed.test(lowered)) return lowered
  const kept = lowered.replace(/[^a-z0-9._-]/gu, '-').replace(/^-+|-+$/g, '')
  const mark = createHash('sha256').update(original).digest('hex').slice(0, 6)
  return kept === '' ? mark : `${kept}-${mark}`
}

/** The ref of a team as forges and CODEOWNERS write it: `@org/team` is `team:org/team`; others stay undefined. */
export function teamHandle(text: string): Ref | undefined {
  const [, org, team] = /^@([^/\s@]+)\/([^/\s@]+)$/.exec(text.trim()) ?? []
  return org && team ? makeRef('Team', org, team) : undefined
}

/** @param key in the contract's own words, with its case: `GET /users/{id}` */
export function operationRef(api: Ref, key: string): Ref {
  return `${api}#${key}` as Ref
}

/** @param content the text of the contract, as it was read */
export function contractVersionRef(api: Ref, content: string): Ref {
  return `${api}@${createHash('sha256').update(content).digest('hex').slice(0, 12)}` as Ref
}

const entityShape = /^(?:([^:/#@\s]+):)?(?:([^:/#@\s]+)\/)?([^:/#@\s]+)$/
const contractShape = /^([^#@]+)([#@])(.+)$/s

/**
 * Reads a ref as a person or Backstage writes it: kind and namespace may be left out, case does not matter but in the
 * key of an operation, `component`, `group` and `user` are understood, and `@org/team` is a team.
 * @param missing what to take for the parts that are left out; the namespace is `default` unless it says otherwise
 * @throws InvalidInput `ref-malformed` when a part is missing or has characters that a ref can't have,
 *   `kind-unknown` when the kind is none
 * @see https://backstage.io/docs/features/software-catalog/references
 */
export function parseRef(text: string, missing: { kind?: Kind; namespace?: string } = {}): Ref {
  const trimmed = text.trim()
  const handle = teamHandle(trimmed)
  if (handle) return handle
  const [, base, sign, key] = contractShape.exec(trimmed) ?? []
  if (base && sign && key) return parseContractRef(trimmed, base, sign, key, missing)
  const [, kind, namespace = missing.namespace ?? 'default', name = ''] = entityShape.exec(trimmed) ?? []
  if (!name || (!kind && !missing.kind)) throw malformed(text)
  const parts = [namespace.toLowerCase(), name.toLowerCase()]
  if (!parts.every((part) => allowed.test(part))) throw malformed(text)
  const known = kind ? kindOf(kind) : (missing.kind as Kind)
  return `${known.toLowerCase()}:${parts.join('/')}` as Ref
}

/** Kind and namespace up to the first `:` and `/`; the rest is the name, whatever is in it. */
const foreignShape = /^(?:([^:/]+):)?(?:([^/]+)\/)?(.+)$/s

/**
 * Reads a ref as `parseRef` does, and one whose parts have characters that no ref has as `makeRef` makes it, so that who
 * refers to a foreign name means the same thing as who defines it: `group:Team Ü` is `makeRef('Team', 'default', 'Team Ü')`.
 * @throws InvalidInput `ref-malformed` where the kind or the name is missing, `kind-unknown`
 */
export function parseForeignRef(text: string, missing: { kind?: Kind; namespace?: string } = {}): Ref {
  try {
    return parseRef(text, missing)
  } catch (error) {
    if (!(error instanceof InvalidInput) || error.code !== 'ref-malformed') throw error
    const [, kind, namespace = missing.namespace ?? 'default', name] = foreignShape.exec(text.trim()) ?? []
    const known = kind ? kindOf(kind) : missing.kind
    if (!known || !name || /^[^:/]+:$/.test(name)) throw error
    return makeRef(known, namespace, name)
  }
}

function parseContractRef(
  text: string,
  base: string,
  sign: string,
  key: string,
  missing: { namespace?: string },
): Ref {
  const api = parseRef(base, { ...missing, kind: 'Api' })
  if (!api.startsWith('api:')) throw malformed(text)
  if (sign === '@' && !/^[0-9a-f]{12}$/.test(key)) throw malformed(text)
  return `${api}${sign}${key}` as Ref
}

function malformed(text: string): InvalidInput {
  const shown = text.length > 200 ? `${text.slice(0, 200)}…` : text
  return new InvalidInput(
    'ref-malformed',
    `"${shown}" is not a ref: write kind:namespace/name, e.g. service:default/checkout`,
  )
}

/** The kind that a ref names. */
export function kindOfRef(ref: Ref): Kind {
  const sign = /[#@]/.exec(ref)?.[0]
  if (sign === '#') return 'Operation'
  if (sign === '@') return 'ContractVersion'
  return kindOf(ref.slice(0, ref.indexOf(':')))
}

export interface RefParts {
  readonly kind: Kind
  readonly namespace: string
  /** What stands behind the slash; for an operation its key, for a contract version its hash. */
  readonly name: string
  /** For an operation or a contract version. */
  readonly api?: Ref
}

/** The parts of a ref. */
export function refParts(ref: Ref): RefParts {
  const [, base = ref, sign, key] = contractShape.exec(ref) ?? []
  const [namespace = '', name = ''] = base.slice(base.indexOf(':') + 1).split('/')
  if (!sign || !key) return { kind: kindOfRef(ref), namespace, name }
  return { kind: kindOfRef(ref), namespace, name: key, api: base as Ref }
}
