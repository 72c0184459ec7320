// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are the variables of Compose.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { interpolate } from './interpolate.ts'

const variables = new Map([
  ['A', 'a'],
  ['EMPTY', ''],
  ['DOLLAR', '$A'],
])

describe('a text with variables', () => {
  it.each([
    ['$A', 'a'],
    ['${A}', 'a'],
    ['x${A}y$A.z', 'xaya.z'],
    ['${A:-b}', 'a'],
    ['${NO:-b}', 'b'],
    ['${EMPTY:-b}', 'b'],
    ['${EMPTY-b}', ''],
    ['${NO-b}', 'b'],
    ['${NO:-}', ''],
    ['${A:?why}', 'a'],
    ['${EMPTY?why}', ''],
    ['${A:+b}', 'b'],
    ['${EMPTY:+b}', ''],
    ['${EMPTY+b}', 'b'],
    ['${NO+b}', ''],
    ['${NO:-${EMPTY:-${A}}}', 'a'],
    ['${NO:-http://${A}:80/{id}}', 'http://a:80/{id}'],
    ['$$A', '$A'],
    ['$$$A', '$a'],
    ['${DOLLAR}', '$A'],
    ['$', '$'],
    ['5$ or 6', '5$ or 6'],
    ['${', '${'],
    ['${A', '${A'],
    ['${A!b}', '${A!b}'],
    ['$(date)', '$(date)'],
  ])('%s is %s', (text, value) => {
    const read = interpolate(text, variables)
    expect(read).toEqual({ text: value, unset: [], missing: [], tooLong: false })
  })

  it('says which have no value, each once, and which must have one', () => {
    expect(interpolate('$NO ${NO} ${OTHER}', variables)).toMatchObject({ text: '  ', unset: ['NO', 'OTHER'] })
    expect(interpolate('${EMPTY:?say it}${NO?}${NO?}', variables)).toMatchObject({
      text: '',
      missing: [
        { name: 'EMPTY', why: 'say it' },
        { name: 'NO', why: '' },
      ],
    })
  })

  it('does not ask for what it does not come to', () => {
    expect(interpolate('${A:-${NO}}${NO+${OTHER}}', variables).unset).toEqual([])
  })

  it('stays as it is where it would grow without end', () => {
    const long = new Map([['LONG', 'x'.repeat(60_000)]])
    expect(interpolate('$LONG$LONG', long)).toMatchObject({ text: '$LONG$LONG', tooLong: true })
    const deep = `${'${NO:-'.repeat(10_000)}a${'}'.repeat(10_000)}`
    expect(interpolate(deep, new Map()).text.length).toBeLessThanOrEqual(deep.length)
  })

  it('is itself where no dollar stands in it, and in time whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab$${{}}:-?+ ') }), (text) => {
        const read = interpolate(text, variables)
        if (!text.includes('$')) expect(read.text).toBe(text)
        expect(interpolate(text.replaceAll('$', '$$$$'), variables).text).toBe(text)
      }),
    )
  })
})
