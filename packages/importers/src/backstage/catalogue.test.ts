import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { inCi } from '../environment.ts'
import { readSources } from '../read-sources.ts'
import { backstageReader } from './reader.ts'

const catalogue = resolve(import.meta.dirname, '../../../../../shared/data/backstage-catalog')
const isThere = existsSync(catalogue)

const truth = z.object({
  countsByFile: z.record(z.string(), z.number()),
  countsByKindNamespaceType: z.array(
    z.object({ kind: z.string(), namespace: z.string(), type: z.string(), count: z.number() }),
  ),
  entityRefsDistinct: z.number(),
  duplicateEntityRefs: z.record(z.string(), z.number()),
  groupMemberRefs: z.number(),
  groupMembersDistinct: z.number(),
  owners: z.object({
    entitiesWithOwner: z.number(),
    distinctRefs: z.number(),
    unresolved: z.object({ byExactRef: z.object({ refs: z.number(), entities: z.number() }) }),
  }),
})

async function readCatalogue() {
  const expected = truth.parse(JSON.parse(await readFile(resolve(catalogue, 'truth.json'), 'utf8')))
  const found = await readSources(
    { paths: [catalogue], known: async () => [], now: '2026-11-24T09:00:00.000Z' },
    [backstageReader],
  )
  return { expected, found, statements: found.changed.flatMap((reading) => reading.statements) }
}

describe.skipIf(!isThere && !inCi)('the catalogue of a platform company', () => {
  it('is all described, file by file and kind by kind', async () => {
    const { expected, found, statements } = await readCatalogue()
    const byFile = Object.fromEntries(
      found.changed.map((reading) => [reading.file, reading.statements.length]),
    )
    expect(byFile).toEqual(expected.countsByFile)
    const words = new Map([
      ['service', 'Component'],
      ['team', 'Group'],
    ])
    const kinds = statements.map(({ subject, description }) => {
      const [, kind = '', namespace] = /^(.*?):(.*?)\//.exec(subject.ref) ?? []
      return `${words.get(kind)} ${namespace} ${description?.properties.type}`
    })
    for (const { kind, namespace, type, count } of expected.countsByKindNamespaceType) {
      expect(kinds.filter((each) => each === `${kind} ${namespace} ${type}`)).toHaveLength(count)
    }
  })

  it('names what it names, twice where it is written twice', async () => {
    const { expected, statements } = await readCatalogue()
    const refs = statements.map(({ subject }) => subject.ref)
    expect(new Set(refs).size).toBe(expected.entityRefsDistinct)
    const twice = refs.filter((ref, at) => refs.indexOf(ref) !== at)
    expect(twice.length).toBe(Object.keys(expected.duplicateEntityRefs).length)
  })

  it('has every owner and member', async () => {
    const { expected, statements } = await readCatalogue()
    const relations = statements.flatMap((statement) => statement.relations)
    const owners = relations.filter(({ type }) => type === 'OWNS').map(({ other }) => other.ref)
    const teams = new Set(statements.map(({ subject }) => subject.ref))
    const unresolved = owners.filter((owner) => !teams.has(owner))
    const members = relations.filter(({ type }) => type === 'MEMBER_OF').map(({ other }) => other.ref)
    expect(owners).toHaveLength(expected.owners.entitiesWithOwner)
    expect(unresolved).toHaveLength(expected.owners.unresolved.byExactRef.entities)
    expect(new Set(unresolved).size).toBe(expected.owners.unresolved.byExactRef.refs)
    expect(members).toHaveLength(expected.groupMemberRefs)
    expect(new Set(members).size).toBe(expected.groupMembersDistinct)
    expect(relations).toHaveLength(owners.length + members.length)
  })

  it('has one name that is none', async () => {
    const { found } = await readCatalogue()
    expect(found.problems).toMatchObject([
      { file: 'catalogs/charts.yaml', line: 1880, code: 'name-malformed' },
    ])
  })
})
