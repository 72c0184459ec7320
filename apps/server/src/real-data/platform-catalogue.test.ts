import { type Entity, type Evidence, kindOf, makeRef, parseRef, type Ref, relationId } from '@alidade/model'
import { describe, expect, it } from 'vitest'
import { LineCounter, parseAllDocuments } from 'yaml'
import { z } from 'zod'
import { areLeftOut, imported, realText } from './real-files.ts'

const counted = z.object({ ref: z.string(), entities: z.number() })
const shape = z.object({
  countsByFile: z.record(z.string(), z.number()),
  countsByKind: z.record(z.string(), z.number()),
  entityRefsDistinct: z.number(),
  duplicateEntityRefs: z.record(z.string(), z.number()),
  groupMemberRefs: z.number(),
  groupMembersDistinct: z.number(),
  owners: z.object({
    entitiesWithOwner: z.number(),
    distinctRefs: z.number(),
    unresolved: z.object({ byExactRef: z.object({ refs: z.number(), entities: z.number() }) }),
    unresolvedOnlyByNamespace: z.array(counted),
  }),
})

const descriptor = z.object({
  kind: z.string(),
  metadata: z.object({ name: z.string(), namespace: z.string().default('default') }),
  spec: z.object({ owner: z.string().optional(), members: z.array(z.string()).default([]) }),
})

interface Described {
  readonly ref: Ref
  readonly file: string
  readonly line: number
  readonly owner: Ref | undefined
  readonly ownerLine: number
  readonly members: readonly Ref[]
}

/** What the files say, read in the plainest way: by a library, without the importer. */
function descriptors(files: readonly string[]): readonly Described[] {
  return files.flatMap((file) => {
    const lines = new LineCounter()
    const documents = parseAllDocuments(realText('backstage-catalog', file), { lineCounter: lines })
    if (!Array.isArray(documents)) return []
    return documents
      .filter(({ contents }) => contents)
      .map((document) => {
        const { kind, metadata, spec } = descriptor.parse(document.toJS())
        const { name, namespace } = metadata
        const owner = document.getIn(['spec', 'owner'], true) as { range?: [number] } | undefined
        const lineAt = (offset: number | undefined) => lines.linePos(offset ?? 0).line
        return {
          ref: makeRef(kindOf(kind), namespace, name),
          file,
          line: lineAt(document.contents?.range?.[0]),
          owner: spec.owner === undefined ? undefined : parseRef(spec.owner, { kind: 'Team', namespace }),
          ownerLine: lineAt(owner?.range?.[0]),
          members: spec.members.map((member) => parseRef(member, { kind: 'Person', namespace })),
        }
      })
  })
}

async function catalogue() {
  const truth = shape.parse(JSON.parse(realText('backstage-catalog', 'truth.json')))
  const { report, entities, relations } = await imported('backstage-catalog')
  const byRef = new Map(entities.map((entity) => [entity.ref, entity]))
  return { truth, report, entities, relations, byRef, written: descriptors(Object.keys(truth.countsByFile)) }
}

const placesOf = ({ statements }: Entity): readonly Evidence[] =>
  statements.flatMap(({ evidence }) => evidence)

describe.skipIf(areLeftOut)('the catalogue of a platform company', () => {
  it('is in the graph with every entity and every relation of its files', async () => {
    const { written, byRef, relations } = await catalogue()
    expect(written.filter(({ ref }) => byRef.get(ref)?.unresolved !== false).map(({ ref }) => ref)).toEqual(
      [],
    )
    const wanted = written.flatMap(({ ref, owner, members }) => [
      ...(owner ? [{ from: owner, type: 'OWNS' as const, to: ref }] : []),
      ...members.map((from) => ({ from, type: 'MEMBER_OF' as const, to: ref })),
    ])
    expect(relations.map(relationId).sort()).toEqual([...new Set(wanted.map(relationId))].sort())
  })

  it('agrees with what was counted', async () => {
    const { truth, report, entities, relations } = await catalogue()
    expect(report.sources).toEqual([{ id: 'backstage-catalog/backstage', changed: 3, gone: 0, stale: 0 }])
    const described = entities.filter(({ unresolved }) => !unresolved)
    expect(described).toHaveLength(truth.entityRefsDistinct)
    const all = Object.values(truth.countsByKind).reduce((sum, count) => sum + count)
    expect(described.flatMap(placesOf)).toHaveLength(all)
    const places = (type: string) =>
      relations
        .filter((relation) => relation.type === type)
        .reduce((sum, { evidence, moreEvidence }) => sum + evidence.length + moreEvidence, 0)
    expect([places('OWNS'), places('MEMBER_OF')]).toEqual([
      truth.owners.entitiesWithOwner,
      truth.groupMemberRefs,
    ])
    const owners = new Set(relations.filter(({ type }) => type === 'OWNS').map(({ from }) => from))
    // One owner is written in two ways, `team-phoenix` and `team-Phoenix`: case does not matter in a ref.
    expect(owners.size).toBe(truth.owners.distinctRefs - 1)
    const members = new Set(relations.filter(({ type }) => type === 'MEMBER_OF').map(({ from }) => from))
    expect(members.size).toBe(truth.groupMembersDistinct)
  })

  it('has what is described twice once, with both places', async () => {
    const { truth, byRef, written } = await catalogue()
    for (const twice of Object.keys(truth.duplicateEntityRefs)) {
      const ref = parseRef(twice)
      const entity = byRef.get(ref)
      const places = entity ? placesOf(entity).map(({ file, line }) => `${file}:${line}`) : []
      const wanted = written.filter((each) => each.ref === ref).map(({ file, line }) => `${file}:${line}`)
      expect(places.toSorted(), twice).toEqual(wanted.toSorted())
      expect(wanted).toHaveLength(2)
    }
  })

  it('has each owner that nothing describes as an unresolved Team, with every place that names it', async () => {
    const { truth, entities, relations, written } = await catalogue()
    const unresolved = entities.filter(({ kind, unresolved }) => kind === 'Team' && unresolved)
    const { refs, entities: components } = truth.owners.unresolved.byExactRef
    expect(unresolved).toHaveLength(refs)
    expect(
      unresolved.reduce((sum, { mentions, moreMentions }) => sum + mentions.length + moreMentions, 0),
    ).toBe(components)
    for (const { ref, mentions } of unresolved) {
      const places = mentions.map(({ file, line }) => `${file}:${line}`)
      const wanted = written
        .filter(({ owner }) => owner === ref)
        .map(({ file, ownerLine }) => `${file}:${ownerLine}`)
      expect(places.toSorted(), ref).toEqual(wanted.toSorted())
      expect(relations.filter(({ from, type }) => from === ref && type === 'OWNS').length).toBeGreaterThan(0)
    }
  })

  it('only proposes the team that was likely meant', async () => {
    const { truth, byRef } = await catalogue()
    for (const { ref: written } of truth.owners.unresolvedOnlyByNamespace) {
      const ref = parseRef(written)
      expect(byRef.get(ref), written).toMatchObject({
        unresolved: true,
        aliases: [],
        candidates: [{ ref: ref.replace(':default/', ':giantswarm/') }],
      })
    }
  })

  it('has one name that is none', async () => {
    const { report } = await catalogue()
    expect(report.problems).toMatchObject([
      { file: 'catalogs/charts.yaml', line: 1880, code: 'name-malformed', severity: 'warning' },
    ])
  })
})
