import { type Summary, summaryOf } from '@alidade/analysis'
import { InvalidInput, type Kind, kindOfRef, parseRef, type Ref } from '@alidade/model'
import type { GraphView } from './graph-view.ts'

/** An entity in a view: what the resolvers of every kind of entity get as their parent. */
export interface EntityNode {
  readonly view: GraphView
  readonly ref: Ref
  readonly kind: Kind
  /** What the snapshot knows of it. */
  readonly summary: Summary
}

/** The entity with this ref or alias; null where there is none. */
export function entityAt(view: GraphView, ref: Ref | null): EntityNode | null {
  const summary = ref === null ? undefined : summaryOf(view.snapshot, ref)
  return summary ? { view, ref: summary.ref, kind: summary.kind, summary } : null
}

/** The same, of a ref that the snapshot itself gave. */
export function entityNode(view: GraphView, ref: Ref): EntityNode {
  const node = entityAt(view, ref)
  if (!node) throw new Error(`the snapshot names ${ref}, and knows nothing of it`)
  return node
}

/**
 * The entity that a ref means, by itself or as an alias; null where there is none.
 * @param written as a person or Backstage writes it; without a kind it is of `kind`
 * @throws InvalidInput `ref-malformed`, `kind-unknown`
 */
export function findEntity(view: GraphView, written: string, kind?: Kind): EntityNode | null {
  return entityAt(view, parseRef(written, kind && { kind }))
}

const ownFields: Partial<Record<Kind, string>> = {
  Team: 'team',
  Service: 'service',
  Api: 'api',
  Operation: 'operation',
}

/**
 * The same, of one kind.
 * @throws InvalidInput `ref-malformed`, `kind-unknown`, `kind-mismatch` which says what to ask instead
 */
export function findOfKind(view: GraphView, written: string, kind: Kind): EntityNode | null {
  const asked = parseRef(written, { kind })
  const found = entityAt(view, asked)
  const actual = found?.kind ?? kindOfRef(asked)
  if (actual === kind) return found
  const ref = found?.ref ?? asked
  throw new InvalidInput(
    'kind-mismatch',
    `${ref} is of kind ${actual} and not ${kind}: ask ${ownFields[actual] ?? 'entity'}(ref: "${ref}")`,
  )
}

/**
 * Entities that a question starts from, each once.
 * @throws InvalidInput `ref-malformed`, `kind-unknown`, `entity-unknown`, `refs-out-of-bounds`
 */
export function findAll(view: GraphView, written: readonly string[], most: number): readonly Ref[] {
  if (written.length === 0 || written.length > most) {
    throw new InvalidInput('refs-out-of-bounds', `${written.length} refs were given: give 1 to ${most}`)
  }
  return [...new Set(written.map((text) => findKnown(view, text)))]
}

/** @throws InvalidInput `ref-malformed`, `kind-unknown`, `entity-unknown` */
export function findKnown(view: GraphView, written: string): Ref {
  const found = findEntity(view, written)
  if (found) return found.ref
  throw new InvalidInput(
    'entity-unknown',
    `the graph has no ${parseRef(written)}: look for it with search(text: …)`,
  )
}
