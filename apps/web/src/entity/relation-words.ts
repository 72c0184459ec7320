import type { Direction, RelationType } from '../generated/documents.ts'

const words: Record<RelationType, readonly [out: string, into: string]> = {
  OWNS: ['owns it', 'owner'],
  MEMBER_OF: ['team', 'member'],
  PART_OF: ['whole', 'part'],
  PROVIDES: ['provides it', 'provider'],
  CONSUMES: ['consumes it', 'consumer'],
  DEPENDS_ON: ['depends on it', 'dependent'],
  HAS_OPERATION: ['operation', 'API'],
  HAS_VERSION: ['version', 'API'],
  USES: ['uses it', 'user'],
  PROPOSES: ['would change it', 'proposal'],
  GOVERNS: ['governs it', 'rule'],
  SUPERSEDES: ['replaces it', 'replacement'],
  PARTICIPATES_IN: ['takes part in it', 'participant'],
  RELATES_TO: ['related', 'related'],
}

/** What the other end of a relation is, seen from this one. */
export function relationWords({ type, direction }: { type: RelationType; direction: Direction }): string {
  const [out, into] = words[type]
  return direction === 'IN' ? into : out
}
