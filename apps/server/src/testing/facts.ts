import {
  type Entity,
  type Evidence,
  kindOfRef,
  parseRef,
  type Relation,
  type RelationType,
  refParts,
} from '@alidade/model'

/** Small facts, with as little said as a test does not need. */

export const place = (file: string, more: Partial<Evidence> = {}): Evidence => ({
  source: 'acme/shop/backstage',
  confidence: 'declared',
  file,
  line: 1,
  ...more,
})

/** An entity, described in one place unless it is unresolved. */
export function entity(written: string, more: Partial<Entity> = {}): Entity {
  const ref = parseRef(written)
  const { properties = {}, labels = {}, annotations = {} } = more
  const described = { source: 'acme/shop/backstage', properties, labels, annotations }
  return {
    ref,
    kind: kindOfRef(ref),
    name: refParts(ref).name,
    unresolved: false,
    properties,
    labels,
    annotations,
    aliases: [],
    candidates: [],
    statements: more.unresolved
      ? []
      : [{ ...described, evidence: [place('catalog-info.yaml')], moreEvidence: 0 }],
    mentions: [],
    moreMentions: 0,
    ...more,
  }
}

/** A relation as a sentence: `team:default/pay OWNS service:default/checkout`. */
export function relation(sentence: string, more: Partial<Relation> = {}): Relation {
  const [, from = '', type, to = ''] = /^(\S+) ([A-Z_]+) (.+)$/.exec(sentence) ?? []
  return {
    from: parseRef(from),
    type: type as RelationType,
    to: parseRef(to),
    properties: {},
    evidence: [place('catalog-info.yaml')],
    moreEvidence: 0,
    ...more,
  }
}
