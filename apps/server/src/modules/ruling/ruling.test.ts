import { describe, expect, test } from 'vitest'
import { answering, type TestGraph } from '../../testing/a-graph.ts'
import { service, team } from '../../testing/descriptors.ts'
import { anOrganisation, exported } from '../../testing/organisation.ts'

const rule = `mutation ($input: RuleIdentityInput!) { ruleIdentity(input: $input) {
  ruling { id says a b by at why undone } userErrors { field code message }
} }`
const undo = `mutation ($input: UndoRulingInput!) { undoRuling(input: $input) {
  ruling { says undone } userErrors { field code }
} }`
const same = { says: 'SAME', a: 'service:default/cart', b: 'component:basket', why: 'renamed in May' }

/** `web` depends on a `basket` that nothing describes. */
async function aShop(): Promise<TestGraph> {
  const { store, ...organisation } = await anOrganisation({
    'a.yaml': `${team('carts')}---\n${service('cart', 'carts')}`,
    'b.yaml': service('web', 'carts', 'component:basket'),
  })
  await organisation.import()
  return answering(store)
}

const webNeeds = '{ service(ref: "web") { dependsOn { nodes { ref unresolved } } } }'

describe('what a person says of two refs', () => {
  test('takes effect at once, is kept with who and why, and taken back by its id', async () => {
    const { ask, store } = await aShop()
    const before = [await ask(webNeeds), await exported(store)]
    expect(before[0]).toEqual({
      service: { dependsOn: { nodes: [{ ref: 'service:default/basket', unresolved: true }] } },
    })

    const { ruleIdentity } = (await ask(rule, { input: { ...same, actor: 'anna' } })) as {
      ruleIdentity: { ruling: { id: string } }
    }
    expect(ruleIdentity).toEqual({
      ruling: {
        id: expect.any(String),
        says: 'SAME',
        a: 'service:default/cart',
        b: 'service:default/basket',
        by: 'stated:anna',
        at: '2026-11-24T12:00:00.000Z',
        why: 'renamed in May',
        undone: false,
      },
      userErrors: [],
    })
    expect(await ask(webNeeds)).toEqual({
      service: { dependsOn: { nodes: [{ ref: 'service:default/cart', unresolved: false }] } },
    })
    expect(await ask('{ entity(ref: "service:default/basket") { ref aliases { ref } } }')).toEqual({
      entity: { ref: 'service:default/cart', aliases: [{ ref: 'service:default/basket' }] },
    })

    const { id } = ruleIdentity.ruling
    expect(await ask(undo, { input: { id, actor: 'ben' } })).toEqual({
      undoRuling: { ruling: { says: 'SAME', undone: true }, userErrors: [] },
    })
    expect([await ask(webNeeds), await exported(store)]).toEqual(before)
  })

  test('by a token is by its name', async () => {
    const { ask } = await aShop()
    const token = { known: 'by token', name: 'ci', may: 'write' } as const
    expect(await ask(rule, { input: { ...same, actor: 'anna' } }, token)).toMatchObject({
      ruleIdentity: { ruling: { by: 'ci' } },
    })
  })

  test('is refused without who says it, and from a token that only reads', async () => {
    const { answer, calls } = await aShop()
    const nobody = await answer(rule, { input: same })
    expect(nobody.errors).toMatchObject([{ extensions: { code: 'actor-missing' } }])
    const reader = await answer(rule, { input: same }, { known: 'by token', name: 'eve', may: 'read' })
    expect(reader.errors).toMatchObject([{ extensions: { code: 'forbidden' } }])
    expect(calls()).not.toContain('commit')
  })

  test.each([
    ['a ref that is none', { a: '???' }, 'a', 'ref-malformed'],
    ['one ref twice', { b: same.a }, 'b', 'ruling-of-one'],
    ['two of different kinds', { b: 'team:default/carts' }, 'b', 'kind-mismatch'],
    ['a reason without end', { why: 'x'.repeat(1_001) }, 'why', 'text-too-long'],
  ])('%s is an error of the input, and changes nothing', async (_, wrong, field, code) => {
    const { ask, calls } = await aShop()
    expect(await ask(rule, { input: { ...same, ...wrong, actor: 'anna' } })).toMatchObject({
      ruleIdentity: { ruling: null, userErrors: [{ field: ['input', field], code }] },
    })
    expect(calls()).not.toContain('commit')
  })

  test('what was never said can not be taken back', async () => {
    const { ask } = await aShop()
    expect(await ask(undo, { input: { id: 'nothing', actor: 'anna' } })).toEqual({
      undoRuling: { ruling: null, userErrors: [{ field: ['input', 'id'], code: 'ruling-unknown' }] },
    })
  })
})
