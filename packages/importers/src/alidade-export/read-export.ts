import {
  type Evidence,
  InvalidInput,
  type Mention,
  type Reading,
  type Ref,
  type Relation,
  type RelationStatement,
  refParts,
  type Settled,
  type Source,
  type Statement,
} from '@alidade/model'
import { z } from 'zod'
import { sha256 } from '../files/text-file.ts'
import { type ExportedEntity, parts } from './document.ts'
import { elementsOf } from './elements.ts'

/** The version of the document that this reads. */
export const exportVersion = 1

export interface ReadExport {
  readonly sources: readonly Source[]
  /** One for each file of each source, by source, then file. */
  readonly readings: readonly Reading[]
}

/** What the document tells of an entity itself. */
type Told = Pick<Statement, 'description' | 'settled'>

interface Subject {
  readonly told: Told[]
  readonly relations: RelationStatement[]
}

/**
 * Reads back what `alidade export --format json` wrote, as statements that resolve to the same facts: every mention is a
 * full ref, every entity is settled, with its other refs, and what the export only counted comes as `more`. The text is read as a
 * stream, one fact at a time; the statements are all held at once, about as much memory as the document is long.
 * @param file the document's name, for messages
 * @throws InvalidInput `export-malformed` and `export-version`, with the line
 */
export async function readExport(
  input: string | AsyncIterable<string | Uint8Array>,
  file = 'export.json',
): Promise<ReadExport> {
  const sources: Source[] = []
  const names = new Map<Ref, string>()
  const said = new Map<string, Map<string, Map<Ref, Subject>>>()
  let version: unknown
  for await (const { key, value, line } of elementsOf(file, decoded(input))) {
    try {
      if (key === 'version') version = value
      else if (key === 'sources') sources.push(parts.sources(value))
      else if (key === 'entities') addEntity(said, names, parts.entities(value))
      else if (key === 'relations') addRelation(said, parts.relations(value))
    } catch (error) {
      if (!(error instanceof z.ZodError)) throw error
      const [issue] = error.issues
      const what = `${key} hold something else than expected (${issue?.path.join('.')}: ${issue?.message})`
      throw new InvalidInput('export-malformed', `${what}: export it again`, { file, line })
    }
  }
  if (version !== exportVersion) {
    const message = `this is version ${JSON.stringify(version) ?? 'none'} of the export, and version ${exportVersion} is read: use the Alidade that wrote it`
    throw new InvalidInput('export-version', message, { file, line: 1 })
  }
  const listed = new Set([...sources.map(({ id }) => id), 'manual'])
  const missing = [...said.keys()].find((id) => !listed.has(id))
  if (missing !== undefined) {
    const message = `the source ${missing} is not among \`sources\`: export it again`
    throw new InvalidInput('export-malformed', message, { file, line: 1 })
  }
  return { sources, readings: readingsOf(said, names) }
}

type Said = Map<string, Map<string, Map<Ref, Subject>>>

/** Aliases and what is only counted come once: with the first place. */
function addEntity(said: Said, names: Map<Ref, string>, entity: ExportedEntity): void {
  names.set(entity.ref, entity.name)
  let { aliases } = entity
  const settle = (
    source: string,
    file: string,
    says: Omit<Told, 'settled'>,
    mention?: Settled['mention'],
  ) => {
    const settled: Settled = { aliases, ...(mention && { mention }) }
    subjectOf(said, source, file, entity.ref).told.push({ ...says, settled })
    aliases = []
  }
  for (const { source, evidence, moreEvidence, properties, labels, annotations } of entity.statements) {
    evidence.forEach((place, index) => {
      const seen = seenAt(place, index === 0 ? moreEvidence : 0)
      const description = { properties, labels, annotations, ...seen, identities: [], sameAs: [] }
      settle(source, place.file, { description })
    })
  }
  entity.mentions.forEach((place, index) => {
    settle(place.source, place.file, {}, countedAt(place, index === 0 ? entity.moreMentions : 0))
  })
}

/** Properties and what is only counted come once: with the first place. */
function addRelation(said: Said, { from, type, to, properties, evidence, moreEvidence }: Relation): void {
  evidence.forEach((place, index) => {
    const first = index === 0
    subjectOf(said, place.source, place.file, from).relations.push({
      type,
      direction: 'out',
      other: { ref: to, name: '', scope: 'full' },
      ...countedAt(place, first ? moreEvidence : 0),
      ...(first && Object.keys(properties).length > 0 ? { properties } : {}),
    })
  })
}

function countedAt(place: Evidence, more: number) {
  const { count, lastSeen } = place
  return {
    ...seenAt(place, more),
    ...(count === undefined ? {} : { count }),
    ...(lastSeen === undefined ? {} : { lastSeen }),
  }
}

/** @param more how many more places say the same than the export names */
function seenAt({ line, confidence, reason, environment, firstSeen, by }: Evidence, more: number) {
  return {
    line,
    confidence,
    ...(reason === undefined ? {} : { reason }),
    ...(environment === undefined ? {} : { environment }),
    ...(firstSeen === undefined ? {} : { firstSeen }),
    ...(by === undefined ? {} : { by }),
    ...(more === 0 ? {} : { more }),
  }
}

function subjectOf(said: Said, source: string, file: string, ref: Ref): Subject {
  const files = said.get(source) ?? new Map<string, Map<Ref, Subject>>()
  const subjects = files.get(file) ?? new Map<Ref, Subject>()
  const subject = subjects.get(ref) ?? { told: [], relations: [] }
  said.set(source, files.set(file, subjects.set(ref, subject)))
  return subject
}

function readingsOf(said: Said, names: ReadonlyMap<Ref, string>): Reading[] {
  const mention = (ref: Ref): Mention => ({ ref, name: names.get(ref) ?? refParts(ref).name, scope: 'full' })
  const readings: Reading[] = []
  for (const [source, files] of said) {
    for (const [file, subjects] of files) {
      const statements = [...subjects].flatMap(([ref, { told, relations }]): Statement[] => {
        const subject = mention(ref)
        const named = relations.map((relation) => ({ ...relation, other: mention(relation.other.ref) }))
        const [first, ...others] = told
        return [
          { subject, settled: { aliases: [] }, ...first, relations: named },
          ...others.map((each) => ({ subject, ...each, relations: [] })),
        ]
      })
      const hash = sha256(JSON.stringify(statements))
      readings.push({ source, file, hash, includes: [], problems: [], statements })
    }
  }
  return readings.sort((a, b) => (a.source === b.source ? order(a.file, b.file) : order(a.source, b.source)))
}

function order(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1
}

async function* decoded(input: string | AsyncIterable<string | Uint8Array>): AsyncGenerator<string> {
  if (typeof input === 'string') {
    yield input
    return
  }
  const decoder = new TextDecoder()
  for await (const chunk of input)
    yield typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}
