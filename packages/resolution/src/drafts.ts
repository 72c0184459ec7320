import type { Alias, Evidence, LocatedStatement, Mention, Ref, Relation, RelationKey } from '@alidade/model'
import { relationId } from '@alidade/model'
import { descriptionEvidence, mentionEvidence, relationEvidence } from './evidence-of.ts'
import { headOf } from './join.ts'
import { apiMention, subjectOf } from './mentions.ts'
import { mergeRelation, type Saying, sayingOf } from './merge-relation.ts'
import { apiOf, atApi } from './names.ts'
import type { Node } from './nodes.ts'
import type { World } from './world.ts'

/** A place that names an entity. */
interface Named {
  readonly evidence: Evidence
  readonly name: string
  /**
   * `file`: a file that was read says it. `list`: an export lists it. `relation`: an export has it with a relation, which
   * counts for what the export lists no place of, as for what was described until a source was read again.
   */
  readonly by: 'file' | 'list' | 'relation'
  /** How many more places it stands for. */
  readonly more: number
}

/** All that is said of one entity, in the order in which it was read. */
export interface EntityDraft {
  readonly ref: Ref
  /** What stands for it; for an operation, for its API. */
  readonly node: Node
  readonly descriptions: LocatedStatement[]
  /** Filled while nothing describes it. */
  readonly mentions: Named[]
  /** What an export says answers for it. */
  readonly settled: Alias[]
  /** Other refs by which an operation is named. */
  readonly others: Set<Ref>
  /** The bare mentions among them. */
  readonly bare: Mention[]
}

export interface Drafts {
  readonly entities: readonly EntityDraft[]
  /** Each as the first that says so, by `relationId`. */
  readonly relations: Map<string, Relation>
  /** All that is said of those relations that more than one place speaks of. */
  readonly sayings: ReadonlyMap<string, readonly Saying[]>
  /** What the bare mentions of a ref, or of what belongs to it, mean, where that is something else and all mean the same; else null. */
  readonly meant: ReadonlyMap<Ref, Node | null>
}

/**
 * Puts what statements say to the entities and relations that they mean.
 * @param covers of which refs to do so, and of relations at them; of all when left out
 */
export function draftsOf(
  statements: Iterable<LocatedStatement>,
  { nodes, lookUp, byTrust }: World,
  covers: ReadonlySet<Ref> | undefined,
): Drafts {
  const things = new Map<Node, EntityDraft>()
  const operations = new Map<Ref, EntityDraft>()
  const relations = new Map<string, Relation>()
  const sayings = new Map<string, Saying[]>()
  const meant = new Map<Ref, Node | null>()

  const entity = (ref: Ref, node: Node): EntityDraft | undefined => {
    if (covers && !covers.has(ref)) return undefined
    const known = ref === node.ref ? things.get(node) : operations.get(ref)
    if (known) return known
    const made = { ref, node, descriptions: [], mentions: [], settled: [], others: new Set<Ref>(), bare: [] }
    if (ref === node.ref) things.set(node, made)
    else operations.set(ref, made)
    return made
  }

  const meaning = (mention: Mention): { ref: Ref; node: Node } => {
    const node = lookUp.meaning(mention)
    const api = apiOf(mention.ref)
    if (mention.scope === 'bare') {
      const looked = api ?? mention.ref
      const other = node !== headOf(nodes.node(looked)) ? node : null
      const before = meant.get(looked)
      meant.set(looked, before === undefined || before === other ? other : null)
    }
    return { ref: api ? atApi(mention.ref, node.ref) : node.ref, node }
  }

  const note = (
    mention: Mention,
    it: { ref: Ref; node: Node },
    evidence: Evidence,
    by: Named['by'],
    more = 0,
  ): void => {
    const api = apiOf(mention.ref)
    const draft = api || !it.node.best ? entity(it.ref, it.node) : undefined
    draft?.mentions.push({ evidence, name: mention.name, by, more })
    if (api) {
      if (mention.ref !== it.ref) draft?.others.add(mention.ref)
      note(apiMention(mention, api), { ref: it.node.ref, node: it.node }, evidence, impliedBy(by))
    } else if (mention.scope === 'bare') draft?.bare.push(mention)
  }

  const describe = (located: LocatedStatement, subject: Mention, it: { ref: Ref; node: Node }): void => {
    const { description } = located.statement
    if (!description) return
    const draft = entity(it.ref, it.node)
    draft?.descriptions.push(located)
    const api = apiOf(subject.ref)
    if (!api) return
    for (const ref of [subject.ref, ...description.sameAs.map((alias) => alias.ref)]) {
      if (ref !== it.ref && apiOf(ref)) draft?.others.add(ref)
    }
    note(
      apiMention(subject, api),
      { ref: it.node.ref, node: it.node },
      descriptionEvidence(located, description),
      located.statement.settled ? 'relation' : 'file',
    )
  }

  const settle = (located: LocatedStatement, subject: Mention, it: { ref: Ref; node: Node }): void => {
    const { description, settled } = located.statement
    if (!settled || !(description || settled.mention)) return
    const { aliases, mention } = settled
    if (mention) note(subject, it, mentionEvidence(located, mention), 'list', mention.more)
    if (aliases.length > 0) entity(it.ref, it.node)?.settled.push(...aliases)
  }

  const relate = (key: RelationKey, saying: Saying): void => {
    const id = relationId(key)
    const known = relations.get(id)
    const others = sayings.get(id)
    if (!known) relations.set(id, mergeRelation(key, [saying], byTrust))
    else if (others) others.push(saying)
    else sayings.set(id, [sayingOf(known), saying])
  }

  for (const located of statements) {
    const { description, relations: said, settled } = located.statement
    const subject = subjectOf(located.statement)
    const it = meaning(subject)
    describe(located, subject, it)
    settle(located, subject, it)
    for (const saying of said) {
      const other = meaning(saying.other)
      const evidence = relationEvidence(located, saying)
      const by = settled ? 'relation' : 'file'
      if (!description) note(subject, it, evidence, by)
      note(saying.other, other, evidence, by)
      // What became one thing does not depend on itself; what names itself as it stands is kept as said.
      if (it.ref === other.ref && subject.ref !== saying.other.ref) continue
      if (covers && !covers.has(it.ref) && !covers.has(other.ref)) continue
      const [from, to] = saying.direction === 'out' ? [it, other] : [other, it]
      entity(from.ref, from.node)
      entity(to.ref, to.node)
      const { properties, more = 0 } = saying
      relate({ from: from.ref, type: saying.type, to: to.ref }, { evidence, properties, more })
    }
  }
  return { entities: [...things.values(), ...operations.values()], relations, sayings, meant }
}

/** What an export lists of an operation it lists of the API too. */
function impliedBy(by: Named['by']): Named['by'] {
  return by === 'list' ? 'relation' : by
}
