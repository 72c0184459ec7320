import {
  type Alias,
  type Candidate,
  canonicalJson,
  type Entity,
  type EntityStatement,
  type Evidence,
  kindOfRef,
  type LocatedStatement,
  type Said,
} from '@alidade/model'
import type { EntityDraft } from './drafts.ts'
import { descriptionEvidence } from './evidence-of.ts'
import { cut, everyPlace, inOrderOfTrust, moreOf } from './merge-evidence.ts'
import { inOrder } from './names.ts'
import type { ByTrust } from './trust.ts'

/** An entity from all that is said of it, the most trusted first. */
export function mergeEntity(
  draft: EntityDraft,
  { aliases, candidates }: { readonly aliases: readonly Alias[]; readonly candidates: readonly Candidate[] },
  byTrust: ByTrust,
): Entity {
  const base = { ref: draft.ref, kind: kindOfRef(draft.ref), aliases, candidates }
  if (draft.descriptions.length === 0) return { ...base, ...mentioned(draft, byTrust) }
  const descriptions = inOrderOf(draft.descriptions, byTrust)
  const statements = statementsOf(descriptions)
  return {
    ...base,
    name: descriptions[0]?.name ?? '',
    unresolved: false,
    properties: firstOf(statements, 'properties'),
    labels: firstOf(statements, 'labels'),
    annotations: firstOf(statements, 'annotations'),
    statements,
    mentions: [],
    moreMentions: 0,
  }
}

type Unresolved = Omit<Entity, 'ref' | 'kind' | 'aliases' | 'candidates'>

function mentioned({ mentions }: EntityDraft, byTrust: ByTrust): Unresolved {
  const order = inOrderOfTrust(byTrust)
  const listed = mentions.some(({ by }) => by === 'list')
  const counted = listed ? mentions.filter(({ by }) => by !== 'relation') : mentions
  const sorted = counted.toSorted((a, b) => order(a.evidence, b.evidence) || inOrder(a.name, b.name))
  const { kept, more } = cut(everyPlace(sorted.map(({ evidence }) => evidence)))
  return {
    name: sorted.find(({ name }) => name !== '')?.name ?? '',
    unresolved: true,
    properties: {},
    labels: {},
    annotations: {},
    statements: [],
    mentions: kept,
    moreMentions: more + moreOf(sorted),
  }
}

interface Described {
  readonly source: string
  readonly name: string
  readonly said: Said
  readonly evidence: Evidence
  /** How many more places the description stands for. */
  readonly more: number
}

function inOrderOf(located: readonly LocatedStatement[], byTrust: ByTrust): readonly Described[] {
  const all = located.flatMap((it): Described[] => {
    const { subject, description } = it.statement
    if (!description) return []
    const { properties, labels, annotations, more = 0 } = description
    const said = { properties, labels, annotations }
    const evidence = descriptionEvidence(it, description)
    return [{ source: it.source, name: subject.name, said, evidence, more }]
  })
  if (all.length < 2) return all
  const order = inOrderOfTrust(byTrust)
  return all.sort(
    (a, b) =>
      order(a.evidence, b.evidence) ||
      inOrder(canonicalJson(a.said), canonicalJson(b.said)) ||
      inOrder(a.name, b.name),
  )
}

/** One for each source and each thing that it says, where it first stands. */
function statementsOf(sorted: readonly Described[]): readonly EntityStatement[] {
  const [first, ...others] = sorted
  if (!first) return []
  if (others.length === 0) {
    return [{ source: first.source, ...first.said, evidence: [first.evidence], moreEvidence: first.more }]
  }
  const groups = Map.groupBy(sorted, ({ source, said }) => `${source}\n${canonicalJson(said)}`)
  return [...groups.values()].flatMap((group) => {
    const [best] = group
    const { kept, more } = cut(everyPlace(group.map((it) => it.evidence)))
    const moreEvidence = more + moreOf(group)
    return best ? [{ source: best.source, ...best.said, evidence: kept, moreEvidence }] : []
  })
}

/** Each value from the first that gives it. */
function firstOf<Key extends keyof Said>(statements: readonly Said[], key: Key): Said[Key] {
  const [first, ...others] = statements
  if (!first) throw new Error('an entity that is described has no statement')
  if (others.length === 0) return first[key]
  // From entries, since assigning would lose a key called __proto__.
  const entries = statements.toReversed().flatMap((statement) => Object.entries(statement[key]))
  return Object.fromEntries(entries) as Said[Key]
}
