import type { Description, Evidence, LocatedStatement, RelationStatement, Settled } from '@alidade/model'

type Seen = Pick<Description, 'line' | 'confidence' | 'reason' | 'environment' | 'firstSeen' | 'by'>
type Counted = Pick<RelationStatement, 'count' | 'lastSeen'>
type Writable<Type> = { -readonly [Key in keyof Type]: Type[Key] }

/** The place of a relation, with what was read there. */
export function relationEvidence({ source, file }: LocatedStatement, said: RelationStatement): Evidence {
  return withCount(begun(source, said.place ?? { file, line: said.line }, said), said)
}

/** A place that an export gives of what nothing describes. */
export function mentionEvidence(
  { source, file }: LocatedStatement,
  said: NonNullable<Settled['mention']>,
): Evidence {
  return withCount(begun(source, { file, line: said.line }, said), said)
}

/** The place of a description. */
export function descriptionEvidence({ source, file }: LocatedStatement, said: Description): Evidence {
  return begun(source, { file, line: said.line }, said)
}

function begun(
  source: string,
  { file, line }: { readonly file: string; readonly line: number },
  said: Seen,
): Writable<Evidence> {
  // Assigned one by one: an import makes hundreds of thousands of these.
  const evidence: Writable<Evidence> = { source, confidence: said.confidence, file, line }
  if (said.reason !== undefined) evidence.reason = said.reason
  if (said.environment !== undefined) evidence.environment = said.environment
  if (said.firstSeen !== undefined) evidence.firstSeen = said.firstSeen
  if (said.by !== undefined) evidence.by = said.by
  return evidence
}

function withCount(evidence: Writable<Evidence>, { count, lastSeen }: Counted): Evidence {
  if (count !== undefined) evidence.count = count
  if (lastSeen !== undefined) evidence.lastSeen = lastSeen
  return evidence
}
