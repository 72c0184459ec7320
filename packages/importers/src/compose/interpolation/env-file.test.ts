// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are the variables of Compose.
import { describe, expect, it } from 'vitest'
import { readEnvFile } from './env-file.ts'

const outer = new Map([['OUTER', 'outer']])

/** The variables of a text, each with its line. */
function read(text: string, format?: 'raw') {
  const { entries, malformed } = readEnvFile(text, outer, format)
  return {
    ...Object.fromEntries([...entries].map(([key, { value, line }]) => [key, [value, line]])),
    malformed,
  }
}

describe('an environment file', () => {
  it.each<[string, string, string | undefined]>([
    ['a plain value', 'A=b', 'b'],
    ['an empty one', 'A=', ''],
    ['spaces around', '  A = b c  ', 'b c'],
    ['a colon', 'A: b', 'b'],
    ['export', 'export A=b', 'b'],
    ['a comment behind', 'A=b # c', 'b'],
    ['a # that begins none', 'A=b#c', 'b#c'],
    ['nothing but a comment', 'A= # c', ''],
    ['single quotes', `A='$OUTER # \\n'`, '$OUTER # \\n'],
    ['double quotes', 'A="b # \\"c\\" $OUTER\\t\\$"', 'b # "c" outer\t$'],
    ['a variable', 'A=${OUTER}-${NO:-b}', 'outer-b'],
    ['an escaped dollar', 'A=\\$OUTER', '$OUTER'],
    ['a line that ends as in Windows', 'A=b\r', 'b'],
    ['a mark of the encoding', '\uFEFFA=b', 'b'],
    ['a name alone', 'A', undefined],
    ['a URL', 'A=http://x:1/?a=b&c=d', 'http://x:1/?a=b&c=d'],
  ])('may have %s', (_, text, value) => expect(read(text)).toEqual({ A: [value, 1], malformed: [] }))

  it('counts lines over quotes that span some', () => {
    expect(read('# first\n\nA="one\ntwo"\nB=\'x\ny\' \nC=c')).toEqual({
      A: ['one\ntwo', 3],
      B: ['x\ny', 5],
      C: ['c', 7],
      malformed: [],
    })
  })

  it('knows what stands above, unless it is given from outside', () => {
    expect(read('A=a\nB=$A\nOUTER=inner\nC=$OUTER')).toMatchObject({ B: ['a', 2], C: ['outer', 4] })
  })

  it('takes the last of two', () => expect(read('A=1\nA=2')).toEqual({ A: ['2', 2], malformed: [] }))

  it('leaves out what sets nothing, and goes on', () => {
    expect(read('no variable\n=x\nA=a\nB="open\nC=c')).toEqual({
      A: ['a', 3],
      C: ['c', 5],
      malformed: [1, 2, 4],
    })
  })

  it('is taken as it stands where it is raw', () => {
    expect(read(`A='$OUTER' # c`, 'raw')).toEqual({ A: [`'$OUTER' # c`, 1], malformed: [] })
  })
})
