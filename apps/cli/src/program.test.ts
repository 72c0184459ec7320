import { describe, expect, it } from 'vitest'
import { alidade } from './testing/run.ts'
import { version } from './version.ts'

describe('alidade', () => {
  it('says what it can do, and what its settings are', async () => {
    const { code, out, err } = await alidade(['--help'])
    expect([code, err]).toEqual([0, ''])
    for (const word of [
      'serve',
      'import',
      'query',
      'impact',
      'export',
      'backup',
      'restore',
      'copy',
      'ALIDADE_DATA',
      'ALIDADE_URL',
      'NEO4J_URI',
    ]) {
      expect(out).toContain(word)
    }
  })

  it('says of each command what it takes', async () => {
    const { code, out } = await alidade(['import', '--help'])
    expect(code).toBe(0)
    for (const word of ['--source', '--dry-run', '--json', '--as']) expect(out).toContain(word)
  })

  it('says its version', async () => {
    expect(await alidade(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' })
  })

  it.each([
    [[]],
    [['bogus']],
    [['import']],
    [['import', '.', '--nonsense']],
    [['export', '--format', 'xml']],
    [['copy', '--to', 'oracle']],
    [['copy']],
  ])('is not done when it is called wrongly: %j', async (args) => {
    const { code, out, err } = await alidade(args)
    expect([code, out]).toEqual([2, ''])
    expect(err).not.toBe('')
  })
})
