import {
  type Alias,
  type Candidate,
  confidences,
  type Description,
  type Entity,
  type EntityHead,
  type EntityStatement,
  type Evidence,
  type Include,
  type Json,
  kinds,
  type LocatedStatement,
  type Mention,
  type Place,
  type Problem,
  type Reading,
  type ReadingHead,
  type Ref,
  type Relation,
  type RelationHead,
  type RelationStatement,
  relationTypes,
  type Settled,
  type Source,
  type Statement,
} from '@alidade/model'
import { z } from 'zod'
import type {
  Content,
  DumpRows,
  KeyedReading,
  LoggedCommit,
  StoredRecord,
  StoreState,
} from './graph-store.ts'

// What a store gives back is checked where it comes in by key. Objects are strict, since leaving out a property that a
// schema does not know would lose it in silence; `Shape` makes the compiler ask for each that the model has.
type Shape<Row> = { readonly [Key in keyof Row]-?: z.ZodType }

// Refs and what people wrote were checked on their way in, so here only their type is given back. A schema for records
// would leave out a property called `__proto__`.
const ref = z.custom<Ref>((value) => typeof value === 'string')
const json = z.custom<Json>((value) => value !== undefined)
const properties = z.custom<Readonly<Record<string, Json>>>(isObject)
const labels = z.custom<Readonly<Record<string, string>>>(isObject)
const said = { properties, labels, annotations: labels }

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const evidence: z.ZodType<Evidence> = z.strictObject({
  source: z.string(),
  confidence: z.enum(confidences),
  file: z.string(),
  line: z.int(),
  reason: z.string().exactOptional(),
  environment: z.string().exactOptional(),
  firstSeen: z.string().exactOptional(),
  count: z.number().exactOptional(),
  lastSeen: z.string().exactOptional(),
  by: z.string().exactOptional(),
} satisfies Shape<Evidence>)

const reasonedRef = z.strictObject({ ref, reason: z.string() } satisfies Shape<Alias & Candidate>)

/** An entity as every store gives it back. */
export const entityRow: z.ZodType<Entity> = z.strictObject({
  ref,
  kind: z.enum(kinds),
  name: z.string(),
  unresolved: z.boolean(),
  ...said,
  aliases: z.array(reasonedRef),
  candidates: z.array(reasonedRef),
  statements: z.array(
    z.strictObject({
      source: z.string(),
      ...said,
      evidence: z.array(evidence),
      // Stores from before there was a limit do not have it: all places are there.
      moreEvidence: z.int().default(0),
    } satisfies Shape<EntityStatement>),
  ),
  mentions: z.array(evidence),
  moreMentions: z.int(),
} satisfies Shape<Entity>)

/** A relation as every store gives it back. */
export const relationRow: z.ZodType<Relation> = z.strictObject({
  from: ref,
  type: z.enum(relationTypes),
  to: ref,
  properties,
  evidence: z.array(evidence),
  moreEvidence: z.int(),
} satisfies Shape<Relation>)

/** A source as every store gives it back. */
export const sourceRow: z.ZodType<Source> = z.strictObject({
  id: z.string(),
  repository: z.string(),
  reader: z.string(),
  origin: z.string().exactOptional(),
  commit: z.string().exactOptional(),
  lastRead: z.string(),
  unfinished: z.boolean().exactOptional(),
} satisfies Shape<Source>)

const head = {
  source: z.string(),
  file: z.string(),
  hash: z.string(),
  includes: z.array(
    z.strictObject({ path: z.string(), hash: z.string().nullable() } satisfies Shape<Include>),
  ),
  problems: z.array(
    z.strictObject({
      code: z.string(),
      severity: z.enum(['error', 'warning']),
      message: z.string(),
      file: z.string(),
      line: z.int(),
    } satisfies Shape<Problem>),
  ),
  stale: z.strictObject({ since: z.string(), reason: z.string() }).exactOptional(),
} satisfies Shape<ReadingHead>

/** A reading without what it says, as every store gives it back. */
export const readingHeadRow: z.ZodType<ReadingHead> = z.strictObject(head)

const mention = z.strictObject({
  ref,
  name: z.string(),
  scope: z.enum(['full', 'local', 'bare']),
  kinds: z.array(z.enum(kinds)).exactOptional(),
} satisfies Shape<Mention>)

const seen = {
  line: z.int(),
  confidence: z.enum(confidences),
  reason: z.string().exactOptional(),
  environment: z.string().exactOptional(),
  firstSeen: z.string().exactOptional(),
  by: z.string().exactOptional(),
}

const counted = {
  count: z.number().exactOptional(),
  lastSeen: z.string().exactOptional(),
  more: z.int().exactOptional(),
}

const statement: z.ZodType<Statement> = z.strictObject({
  subject: mention,
  description: z
    .strictObject({
      ...seen,
      ...said,
      more: z.int().exactOptional(),
      identities: z.array(z.string()),
      sameAs: z.array(reasonedRef),
    } satisfies Shape<Description>)
    .exactOptional(),
  relations: z.array(
    z.strictObject({
      ...seen,
      type: z.enum(relationTypes),
      direction: z.enum(['out', 'in']),
      other: mention,
      place: z.strictObject({ file: z.string(), line: z.int() } satisfies Shape<Place>).exactOptional(),
      properties: properties.exactOptional(),
      ...counted,
    } satisfies Shape<RelationStatement>),
  ),
  settled: z
    .strictObject({
      aliases: z.array(reasonedRef),
      mention: z.strictObject({ ...seen, ...counted }).exactOptional(),
    } satisfies Shape<Settled>)
    .exactOptional(),
} satisfies Shape<Statement>)

/** A reading as every store gives it back. */
export const readingRow: z.ZodType<Reading> = z.strictObject({
  ...head,
  statements: z.array(statement),
} satisfies Shape<Reading>)

/** A statement with its place as every store gives it back by key. */
export const statementRow: z.ZodType<LocatedStatement> = z.strictObject({
  source: z.string(),
  file: z.string(),
  statement,
} satisfies Shape<LocatedStatement>)

/** A record as every store gives it back. */
export const recordRow: z.ZodType<StoredRecord> = z.strictObject({
  stream: z.string(),
  value: json,
  sequence: z.int(),
  revision: z.int(),
  at: z.string(),
  actor: z.string(),
} satisfies Shape<StoredRecord>)

const keyedReading: z.ZodType<KeyedReading> = z.strictObject({
  ...head,
  statements: z.array(statement),
  keys: z.array(z.array(z.string())),
} satisfies Shape<KeyedReading>)

/** The rows of a dump, by kind. What a commit changed is as it was logged, which may be in an older form. */
export const dumpRows: { readonly [Kind in keyof DumpRows]: z.ZodType<DumpRows[Kind]> } = {
  state: z.strictObject({
    revision: z.int(),
    logStart: z.int(),
    records: z.int(),
  } satisfies Shape<StoreState>),
  entities: entityRow,
  relations: relationRow,
  sources: sourceRow,
  readings: keyedReading,
  contents: z.strictObject({ hash: z.string(), text: z.string() } satisfies Shape<Content>),
  commits: z.strictObject({
    revision: z.int(),
    id: z.string(),
    actor: z.string(),
    at: z.string(),
    delta: z.custom<LoggedCommit['delta']>(isDelta),
  } satisfies Shape<LoggedCommit>),
  records: recordRow,
}

function isDelta(value: unknown): boolean {
  const delta = z.object({ entities: z.array(z.unknown()), relations: z.array(z.unknown()) })
  return delta.safeParse(value).success
}

// A scan gives everything there is: a whole schema for each row would take longer than reading it. Of these only the
// words that other code chooses by are checked; the rest is as the store wrote it.

const knownKinds: ReadonlySet<unknown> = new Set(kinds)
const knownTypes: ReadonlySet<unknown> = new Set(relationTypes)
const knownConfidences: ReadonlySet<unknown> = new Set(confidences)

/** The head of an entity as a scan gives it: the columns, and `said` as JSON text of the rest. */
export function scannedEntity(
  ref: unknown,
  kind: unknown,
  name: unknown,
  unresolved: unknown,
  said: unknown,
) {
  if (!knownKinds.has(kind)) throw new Error(`the store holds ${ref} of a kind that is none: ${kind}`)
  return { ref, kind, name, unresolved: Boolean(unresolved), ...JSON.parse(String(said)) } as EntityHead
}

/** The head of a relation as a scan gives it. */
export function scannedRelation(
  from: unknown,
  type: unknown,
  to: unknown,
  confidence: unknown,
  places: unknown,
) {
  if (!knownTypes.has(type) || !knownConfidences.has(confidence)) {
    throw new Error(`the store holds ${from} ${type} ${to} (${confidence}), which is no relation`)
  }
  return { from, type, to, confidence, places } as RelationHead
}

/** A statement as a scan gives it, which is as the store wrote it. */
export function scannedStatement(source: unknown, file: unknown, statement: unknown) {
  return { source, file, statement: JSON.parse(String(statement)) } as LocatedStatement
}
