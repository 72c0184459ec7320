import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { aServer, ask } from './testing/environment.ts'
import { documented } from './testing/shipped-queries.ts'

/** Whether anything is in an answer: a list that has something, or a count above none. */
function saysSomething(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0
  if (value === null || typeof value !== 'object') return typeof value === 'number' && value > 0
  return Object.values(value).some(saysSomething)
}

describe('the documentation, on the sample organisation', () => {
  it('has queries', () => {
    expect(documented.length).toBeGreaterThan(8)
  })

  it.each(documented.map(({ page, text }) => [/^\w+ \w+/.exec(text)?.[0] ?? text, page, text] as const))(
    '%s of %s answers',
    async (_, __, text) => {
      const { url } = await aServer()
      const { body } = await ask(url, text)
      expect(body.errors).toBeUndefined()
      for (const [field, answer] of Object.entries(body.data ?? {})) {
        expect(JSON.stringify(answer), field).not.toMatch(/"userErrors":\[\{/)
        if (!text.startsWith('mutation')) expect(saysSomething(answer), field).toBe(true)
      }
    },
  )

  it('has a ruling that heals the name it speaks of, and undoing it gives the graph back', async () => {
    const { url } = await aServer()
    const settle = documented.find(({ text }) => text.startsWith('mutation Settle'))?.text ?? ''
    const look = '{ entity(ref: "service:default/product-catalogue") { ref unresolved } }'
    const before = (await ask(url, look)).body.data
    expect(before).toEqual({ entity: { ref: 'service:default/product-catalogue', unresolved: true } })
    const { ruleIdentity } = (await ask(url, settle)).body.data as {
      ruleIdentity: { ruling: { id: string } }
    }
    expect((await ask(url, look)).body.data).toEqual({
      entity: { ref: 'service:default/product-catalog', unresolved: false },
    })
    await ask(
      url,
      `mutation { undoRuling(input: { id: "${ruleIdentity.ruling.id}", actor: "Mara" }) { userErrors { code } } }`,
    )
    expect((await ask(url, look)).body.data).toEqual(before)
  })

  it('asks on the command line, in the README, what answers', async () => {
    const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8')
    const [, query = ''] = /echo '(\{.+?\})' \|/s.exec(readme) ?? []
    const { url } = await aServer()
    const { body } = await ask(url, query)
    expect(body.errors).toBeUndefined()
    expect(saysSomething(body.data)).toBe(true)
  })
})
