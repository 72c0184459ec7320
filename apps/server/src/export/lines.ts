import {
  canonicalJson,
  type Entity,
  type Evidence,
  type Json,
  type Relation,
  type Source,
} from '@alidade/model'

/** A source as one line of an export; that an import of it is under way is no part of it. */
export function sourceLine({ id, repository, reader, origin, commit, lastRead }: Source): string {
  return JSON.stringify({ id, repository, reader, origin, commit, lastRead })
}

/** An entity as one line of an export. What is found again from the rest (candidates) is left out. */
export function entityLine(entity: Entity): string {
  const { ref, kind, name, unresolved, aliases, properties, labels, annotations, statements } = entity
  const { mentions, moreMentions } = entity
  return JSON.stringify({
    ref,
    kind,
    name,
    unresolved,
    aliases: aliases.map(({ ref, reason }) => ({ ref, reason })),
    properties: inOrder(properties),
    labels: inOrder(labels),
    annotations: inOrder(annotations),
    statements: statements.map(({ source, properties, labels, annotations, evidence, moreEvidence }) => ({
      source,
      properties: inOrder(properties),
      labels: inOrder(labels),
      annotations: inOrder(annotations),
      evidence: evidence.map(place),
      moreEvidence,
    })),
    // Of what is described, its statements say where it stands.
    ...(unresolved ? { mentions: mentions.map(place), moreMentions } : {}),
  })
}

/** A relation as one line of an export. */
export function relationLine({ from, type, to, properties, evidence, moreEvidence }: Relation): string {
  return JSON.stringify({
    from,
    type,
    to,
    properties: inOrder(properties),
    evidence: evidence.map(place),
    moreEvidence,
  })
}

/** What is not there is left out of JSON. */
function place(evidence: Evidence) {
  const { source, file, line, confidence, reason, environment, firstSeen, lastSeen, count, by } = evidence
  return { source, file, line, confidence, reason, environment, firstSeen, lastSeen, count, by }
}

/** The same value with its keys in order, so that equal graphs give equal text. */
function inOrder(value: Readonly<Record<string, Json>>): unknown {
  return JSON.parse(canonicalJson(value))
}
