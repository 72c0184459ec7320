import type { Kind } from '@alidade/model'
import type { EntityNode } from '../../graph/entity-node.ts'
import { builder } from '../../schema/builder.ts'
import { asEntity } from './entity-interface.ts'

/** Kinds that have, until something more is asked of them, what every entity has. */
const plainKinds: Partial<Record<Kind, string>> = {
  Guild: 'A community of practice.',
  ContractVersion: 'One content of an API’s contract.',
  Technology: 'What things are made with.',
  Rfc: 'A proposal.',
  Decision: 'What was decided, and why.',
  Milestone: 'What is to be there by a date.',
  Standard: 'A rule.',
  Waiver: 'Leave to be without a rule for a time.',
}

for (const [kind, description] of Object.entries(plainKinds)) {
  builder.objectRef<EntityNode>(kind).implement({ description, interfaces: asEntity })
}
