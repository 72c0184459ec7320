import type { EntityNode } from '../../graph/entity-node.ts'
import { builder } from '../../schema/builder.ts'

/** Every kind of entity has the same shape in the graph, so one interface backs them all. Modules add their fields. */
export const Entity = builder.interfaceRef<EntityNode>('Entity')

/** What the type of every kind implements; of a field that both have, the latter's is taken. */
export const asEntity = [builder.nodeInterfaceRef(), Entity]
