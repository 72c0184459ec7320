import { describe, expect, it } from 'vitest'
import { alidade, folderOf, serving } from '../testing/run.ts'

describe('alidade serve', () => {
  it('says where it is and what it holds, answers there, and stops when it is asked to', async () => {
    const env = { ALIDADE_DATA: folderOf({}) }
    const first = await serving([], env)
    expect(first.said()).toMatch(
      /^The graph is in .+ \(SQLite\): \d+ entities, \d+ relations, revision 1\.\n/,
    )
    expect(first.said()).toContain(
      'the sample organisation is in it; it leaves when you import something of your own',
    )
    expect((await fetch(`${first.url}/healthz`)).status).toBe(200)
    expect(await first.stop('SIGINT')).toBe(0)

    const second = await serving([], env)
    expect(second.said()).not.toContain('sample')
    expect(second.said()).toContain('revision 1.')
    expect(await second.stop()).toBe(0)
  })

  it('does not start where its port is taken', async () => {
    const first = await serving([], { ALIDADE_DATA: folderOf({}) })
    const { port } = new URL(first.url)
    const { code, err } = await alidade(['serve'], {
      env: { ALIDADE_DATA: folderOf({}), ALIDADE_PORT: port },
    })
    expect([code, err]).toEqual([2, expect.stringContaining(`port ${port} of 127.0.0.1 is in use`)])
  })

  it.each([
    [{ ALIDADE_HOST: '0.0.0.0' }, 'set ALIDADE_TOKENS too'],
    [{ ALIDADE_PORT: 'http' }, 'ALIDADE_PORT: a whole number'],
    [{ ALIDADE_TOKENS: 'ci:read:hunter2' }, 'ALIDADE_TOKENS: entry 1'],
  ])('does not start on settings that can not be: %o', async (env, message) => {
    const { code, err } = await alidade(['serve'], { env: { ALIDADE_DATA: folderOf({}), ...env } })
    expect([code, err]).toEqual([2, expect.stringContaining(message)])
    expect(err).not.toContain('hunter2')
  })
})
