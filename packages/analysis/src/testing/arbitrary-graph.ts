import { confidences, type Delta, type Entity, type Ref, type Relation, relationId } from '@alidade/model'
import fc from 'fast-check'
import { entity, type Graph, ref, relation } from './facts.ts'

const named = (kind: string, names: string) => names.split(' ').map((name) => ref(`${kind}:${name}`))

/** Few, so that random graphs are dense: cycles, shared APIs, things that nobody owns, ends that go. */
export const teams = named('team', 'pay shop')
export const groups = [...named('system', 'web back'), ...named('domain', 'sales core')]
export const services = named('service', 'a b c d e f')
export const apis = named('api', 'x y z')
const operations = [ref('api:x#GET /a'), ref('api:x#GET /b'), ref('api:y#Query.c')]
export const everything: readonly Ref[] = [...teams, ...groups, ...services, ...apis, ...operations]

const pick = (refs: readonly Ref[]) => fc.constantFrom(...refs)
const confidence = fc.constantFrom(...confidences)

function related(from: readonly Ref[], type: string, to: readonly Ref[]): fc.Arbitrary<Relation> {
  return fc
    .tuple(pick(from), pick(to), confidence, fc.integer({ min: 1, max: 3 }))
    .map(([a, b, its, places]) => relation(`${a} ${type} ${b}`, its, places))
}

const anyRelation = fc.oneof(
  { arbitrary: related(services, 'DEPENDS_ON', [...services, ...apis, ...operations]), weight: 4 },
  { arbitrary: related(services, 'CONSUMES', [...apis, ...operations]), weight: 5 },
  { arbitrary: related(services, 'PROVIDES', [...apis, ...operations]), weight: 4 },
  { arbitrary: related(teams, 'OWNS', [...services, ...apis, ...groups]), weight: 3 },
  {
    arbitrary: related([...services, ...apis, ...groups], 'PART_OF', [...groups, ...services]),
    weight: 3,
  },
  { arbitrary: related(apis, 'HAS_OPERATION', operations), weight: 1 },
)

const words = ['Cart', 'cart', 'Checkout', 'payment', 'Gateway', 'Café', '42', 'search', 'research', 'Stock']
const name = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 }).map((its) => its.join('-'))
const optional = (texts: readonly string[]) => fc.option(fc.constantFrom(...texts), { nil: undefined })

/** An entity of this ref with random properties. */
function anyEntity(of: fc.Arbitrary<Ref>): fc.Arbitrary<Entity> {
  return fc
    .record({
      of,
      name,
      unresolved: fc.boolean(),
      differs: fc.boolean(),
      title: fc.option(name, { nil: undefined }),
      lifecycle: optional(['production', 'Production', 'experimental']),
      type: optional(['service', 'Website']),
      tags: fc.uniqueArray(fc.constantFrom('java', 'go', 'pci'), { maxLength: 2 }),
      tier: optional(['1', '2']),
      aliases: fc.uniqueArray(fc.constantFrom('service:old/a', 'service:old/b', 'api:old/x'), {
        maxLength: 2,
      }),
    })
    .map(({ of: its, title, lifecycle, type, tags, tier, ...said }) =>
      entity(its, {
        ...said,
        properties: {
          ...(title && { title }),
          ...(lifecycle && { lifecycle }),
          ...(type && { type }),
          tags,
        },
        labels: tier ? { tier } : {},
        annotations: tier ? { 'acme.com/tier': tier } : {},
      }),
    )
}

const anyEntities = (of: readonly Ref[]) =>
  fc.tuple(...of.map((its) => anyEntity(fc.constant(its)))).map((entities) => entities as readonly Entity[])

/** A whole graph: all that may be an end is there. */
export const anyGraph: fc.Arbitrary<Graph> = fc.record({
  entities: anyEntities(everything),
  relations: fc.uniqueArray(anyRelation, { maxLength: 40, selector: relationId }),
})

/** The same without some of its entities: ends of relations that there is no more of. */
export const anyBrokenGraph: fc.Arbitrary<Graph> = fc
  .tuple(anyGraph, fc.uniqueArray(pick(everything), { maxLength: 5 }))
  .map(([{ entities, relations }, gone]) => ({
    entities: entities.filter((it) => !gone.includes(it.ref)),
    relations,
  }))

/** A graph, and another that a delta makes of it. */
export const anyChange: fc.Arbitrary<{ readonly before: Graph; readonly after: Graph }> = fc
  .tuple(anyBrokenGraph, anyBrokenGraph, fc.infiniteStream(fc.boolean()))
  .map(([before, other, stays]) => {
    const mixed = <Fact>(
      its: readonly Fact[],
      others: readonly Fact[],
      idOf: (it: Fact) => string,
    ): Fact[] => {
      const kept = its.filter(() => stays.next().value)
      const ids = new Set(kept.map(idOf))
      return [...kept, ...others.filter((it) => !ids.has(idOf(it)) && stays.next().value)]
    }
    return {
      before,
      after: {
        entities: mixed(before.entities, other.entities, (it) => it.ref),
        relations: mixed(before.relations, other.relations, relationId),
      },
    }
  })

/** The delta from one graph to another. */
export function deltaBetween(before: Graph, after: Graph): Delta {
  return {
    entities: changes(before.entities, after.entities, (it) => it.ref),
    relations: changes(before.relations, after.relations, relationId),
  }
}

function changes<Fact>(before: readonly Fact[], after: readonly Fact[], idOf: (it: Fact) => string) {
  const [old, now] = [before, after].map((facts) => new Map(facts.map((it) => [idOf(it), it])))
  return [...new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])].flatMap((id) => {
    const [was, is] = [old?.get(id), now?.get(id)]
    return was === is ? [] : [{ ...(was && { before: was }), ...(is && { after: is }) }]
  })
}
