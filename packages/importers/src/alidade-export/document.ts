import {
  confidences,
  type Entity,
  type Evidence,
  InvalidInput,
  kinds,
  type Labels,
  type Properties,
  parseRef,
  type Ref,
  type Relation,
  relationTypes,
  type Source,
} from '@alidade/model'
import { z } from 'zod'

/** An entity as an export writes it; what is not in it is found again from the rest. */
export type ExportedEntity = Omit<Entity, 'candidates'>

const ref = z.string().transform((text, context): Ref => {
  try {
    const read = parseRef(text)
    // What belongs to an API may end in a blank, which a person does not mean.
    return read === text.trim() ? (text as Ref) : read
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error
    context.addIssue(error.message)
    return z.NEVER
  }
})
// A schema for records would leave out a property called `__proto__`.
const labels = z.custom<Labels>((value) => isObject(value) && Object.values(value).every(isText)).default({})
const properties = z.custom<Properties>(isObject).default({})
const line = z.int().min(1)

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
function isText(value: unknown): boolean {
  return typeof value === 'string'
}

/** A field that may be left out, and is then not there at all. */
type Present<Shape> = { readonly [Key in keyof Shape]: Exclude<Shape[Key], undefined> }
function present<Shape extends object>(shape: Shape): Present<Shape> {
  return Object.fromEntries(
    Object.entries(shape).filter(([, value]) => value !== undefined),
  ) as Present<Shape>
}

const evidence = z
  .object({
    source: z.string(),
    confidence: z.enum(confidences),
    file: z.string(),
    line,
    reason: z.string().optional(),
    environment: z.string().optional(),
    firstSeen: z.string().optional(),
    count: z.number().optional(),
    lastSeen: z.string().optional(),
    by: z.string().optional(),
  })
  .transform((read): Evidence => present(read))

const statement = z.object({
  source: z.string(),
  properties,
  labels,
  annotations: labels,
  evidence: z.array(evidence),
  moreEvidence: z.int().min(0).default(0),
})

const source = z
  .object({
    id: z.string(),
    repository: z.string(),
    reader: z.string(),
    origin: z.string().optional(),
    commit: z.string().optional(),
    lastRead: z.string(),
  })
  .transform((read): Source => present(read))

const entity = z.object({
  ref,
  kind: z.enum(kinds),
  name: z.string(),
  unresolved: z.boolean(),
  aliases: z.array(z.object({ ref, reason: z.string() })).default([]),
  properties,
  labels,
  annotations: labels,
  statements: z.array(statement).default([]),
  mentions: z.array(evidence).default([]),
  moreMentions: z.int().min(0).default(0),
})

const relation = z.object({
  from: ref,
  type: z.enum(relationTypes),
  to: ref,
  properties,
  evidence: z.array(evidence).min(1),
  moreEvidence: z.int().min(0).default(0),
})

export const parts = {
  sources: (value: unknown): Source => source.parse(value),
  entities: (value: unknown): ExportedEntity => entity.parse(value),
  relations: (value: unknown): Relation => relation.parse(value),
} as const
