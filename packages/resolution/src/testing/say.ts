import {
  type Alias,
  type Description,
  type Entity,
  type LocatedStatement,
  type Mention,
  parseRef,
  type Ref,
  type Relation,
  type RelationStatement,
  type Ruling,
  refParts,
  type Statement,
} from '@alidade/model'
import { noRules, type Rules } from '../index.ts'
import { resolveAll } from '../resolve-all.ts'

/** A mention by its whole ref. */
export function full(text: string): Mention {
  const ref = parseRef(text)
  return { ref, name: refParts(ref).name, scope: 'full' }
}

/** A mention of a name that has to be looked up; `text` is the ref that it would have in its own project. */
export function bare(text: string, kinds: Mention['kinds'] = ['Service', 'Resource']): Mention {
  return { ...full(text), scope: 'bare', kinds }
}

/** What a description says to be the same as it. */
export function alias(text: string, reason = 'annotation alidade.dev/same-as'): Alias {
  return { ref: parseRef(text), reason }
}

/** Says what something is, in a file of a source: `describes('acme/shop/backstage', 'service:default/cart')`. */
export function describes(
  source: string,
  subject: string,
  says: Partial<Description> & {
    readonly file?: string
    readonly name?: string
    readonly relations?: readonly RelationStatement[]
  } = {},
): LocatedStatement {
  const { file = 'catalog-info.yaml', name, relations = [], ...description } = says
  const mention = name === undefined ? full(subject) : { ...full(subject), name }
  const nothing = { properties: {}, labels: {}, annotations: {}, identities: [], sameAs: [] }
  return {
    source,
    file,
    statement: {
      subject: mention,
      description: { ...nothing, line: 1, confidence: 'declared', ...description },
      relations,
    },
  }
}

/** Relates something to others without describing it. */
export function relates(
  source: string,
  subject: Mention | string,
  relations: readonly RelationStatement[],
  file = 'catalog-info.yaml',
): LocatedStatement {
  const statement: Statement = { subject: typeof subject === 'string' ? full(subject) : subject, relations }
  return { source, file, statement }
}

export function dependsOn(other: Mention | string, says: Partial<RelationStatement> = {}): RelationStatement {
  const mention = typeof other === 'string' ? full(other) : other
  return { type: 'DEPENDS_ON', direction: 'out', other: mention, line: 2, confidence: 'declared', ...says }
}

export function ownedBy(owner: string, says: Partial<RelationStatement> = {}): RelationStatement {
  return { type: 'OWNS', direction: 'in', other: full(owner), line: 3, confidence: 'declared', ...says }
}

export function same(a: string, b: string, says: Partial<Ruling> = {}): Ruling {
  return {
    id: `${a} ${b}`,
    says: 'same',
    a: parseRef(a),
    b: parseRef(b),
    by: 'ann',
    at: '2026-01-01T00:00:00.000Z',
    ...says,
  }
}

export function different(a: string, b: string, says: Partial<Ruling> = {}): Ruling {
  return same(a, b, { says: 'different', ...says })
}

/** The graph that statements make, for looking at it. */
export function graphOf(statements: readonly LocatedStatement[], rules: Partial<Rules> = {}) {
  const { entities, relations } = resolveAll(statements, { ...noRules, ...rules })
  return {
    refs: [...entities.keys()].sort(),
    edges: [...relations.values()].map(({ from, type, to }) => `${from} ${type} ${to}`).sort(),
    entity(ref: string): Entity {
      const found = entities.get(ref as Ref)
      if (!found) throw new Error(`there is no ${ref} among ${[...entities.keys()]}`)
      return found
    },
    relation(edge: string): Relation {
      const found = [...relations.values()].find(({ from, type, to }) => `${from} ${type} ${to}` === edge)
      if (!found) throw new Error(`there is no ${edge}`)
      return found
    },
  }
}
