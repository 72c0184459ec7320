import type { Description, Reading, RelationStatement, Statement } from '@alidade/model'

/**
 * A new reading with what the former one of the same file hands on: when each thing was first said, and, where the file
 * can't be read any more, all that it said.
 * @param now a UTC instant, for what is said for the first time
 */
export function carryOver(reading: Reading, former: Reading | undefined, now: string): Reading {
  if (reading.stale) {
    const since = former?.stale?.since ?? reading.stale.since
    return { ...reading, stale: { ...reading.stale, since }, statements: former?.statements ?? [] }
  }
  const firstSeen = former ? firstSeenIn(former) : new Map<string, string>()
  return {
    ...reading,
    statements: reading.statements.map((statement) => ({
      ...statement,
      ...(statement.description && {
        description: {
          ...statement.description,
          firstSeen: statement.description.firstSeen ?? firstSeen.get(describes(statement)) ?? now,
        },
      }),
      relations: statement.relations.map((relation) => ({
        ...relation,
        firstSeen: relation.firstSeen ?? firstSeen.get(relates(statement, relation)) ?? now,
      })),
    })),
  }
}

function firstSeenIn(former: Reading): Map<string, string> {
  const seen = new Map<string, string>()
  const note = (key: string, { firstSeen }: Description | RelationStatement) => {
    const known = seen.get(key)
    if (firstSeen && (!known || firstSeen < known)) seen.set(key, firstSeen)
  }
  for (const statement of former.statements) {
    if (statement.description) note(describes(statement), statement.description)
    for (const relation of statement.relations) note(relates(statement, relation), relation)
  }
  return seen
}

const describes = ({ subject }: Statement) => subject.ref

const relates = ({ subject }: Statement, it: RelationStatement) =>
  [subject.ref, it.direction, it.type, it.other.ref, it.confidence, it.reason, it.environment, it.by].join(
    '\n',
  )
