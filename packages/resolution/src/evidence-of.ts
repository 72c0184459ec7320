import type { Description, Evidence, LocatedStatement, RelationStatement } from '@alidade/model'

type Writable<Type> = { -readonly [Key in keyof Type]: Type[Key] }

/** The place of a relation, with what was read there. */
export function relationEvidence({ source, file }: LocatedStatement, said: RelationStatement): Evidence {
  const evidence = begun(source, said.place ?? { file, line: said.line }, said)
  if (said.count !== undefined) evidence.count = said.count
  if (said.lastSeen !== undefined) evidence.lastSeen = said.lastSeen
  return evidence
}

/** The place of a description. */
export function descriptionEvidence({ source, file }: LocatedStatement, said: Description): Evidence {
  return begun(source, { file, line: said.line }, said)
}

function begun(
  source: string,
  { file, line }: { readonly file: string; readonly line: number },
  said: Description | RelationStatement,
): Writable<Evidence> {
  // Assigned one by one: an import makes hundreds of thousands of these.
  const evidence: Writable<Evidence> = { source, confidence: said.confidence, file, line }
  if (said.reason !== undefined) evidence.reason = said.reason
  if (said.environment !== undefined) evidence.environment = said.environment
  if (said.firstSeen !== undefined) evidence.firstSeen = said.firstSeen
  if (said.by !== undefined) evidence.by = said.by
  return evidence
}
