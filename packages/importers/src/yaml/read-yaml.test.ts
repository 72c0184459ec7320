import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { toJson, valueAt } from './node.ts'
import { readYaml } from './read-yaml.ts'

const codes = (text: string) => readYaml('a.yaml', text).problems.map(({ code, line }) => `${code} ${line}`)
const values = (text: string) => readYaml('a.yaml', text).documents.map(toJson)

describe('a YAML file', () => {
  it('is read document by document, each value with its line', () => {
    const { documents } = readYaml('a.yaml', '# first\na: 1\n---\nb:\n  - x\n  - y: 1.10\n')
    expect(documents.map(toJson)).toEqual([{ a: 1 }, { b: ['x', { y: 1.1 }] }])
    const list = valueAt(documents[1], 'b')
    expect(list?.is === 'list' && list.items.map(({ line }) => line)).toEqual([5, 6])
  })

  it('keeps what stands in the file beside the value', () => {
    expect(valueAt(readYaml('a.yaml', 'version: 1.10').documents[0], 'version')).toMatchObject({
      value: 1.1,
      text: '1.10',
    })
  })

  it.each([
    ['an open bracket', 'a: [1, 2\n---\nb: 2\n', 'yaml-malformed 2'],
    ['an open quote', 'a: "1, 2\n---\nb: 2\n', 'yaml-malformed 2'],
    ['a wrong indent', 'a:\n  b: 1\n c: 2\n---\nb: 2\n', 'yaml-malformed 3'],
    ['a tab', 'a:\n\tb: 1\n---\nb: 2\n', 'yaml-malformed 2'],
    ['an unknown alias', 'a: *x\n---\nb: 2\n', 'yaml-aliases 1'],
    ['an alias of what it is in', 'a: &x [*x]\n---\nb: 2\n', 'yaml-aliases 1'],
  ])('loses one document to %s, and no other', (_, text, problem) => {
    expect(codes(text)).toEqual([problem])
    expect(values(text)).toEqual([{ b: 2 }])
    expect(readYaml('a.yaml', text).unreadable).toBeUndefined()
  })

  it('is unreadable when none of its documents can be read', () => {
    expect(readYaml('a.yaml', 'a: [1').unreadable).toMatch(
      /^line 1: this YAML can't be read .* mend the line/,
    )
    expect(readYaml('a.yaml', '# nothing\n---\n').unreadable).toBeUndefined()
  })

  it('takes the last of two equal keys, and says so', () => {
    expect(values('a: 1\nb: 2\na: 3\n')).toEqual([{ a: 3, b: 2 }])
    expect(codes('a: 1\nb: 2\na: 3\n')).toEqual(['yaml-duplicate-key 3'])
  })

  it('follows aliases and merge keys; own keys win', () => {
    expect(values('x: &x {a: 1, b: 2}\ny:\n  <<: *x\n  b: 3\nz: *x\n')).toEqual([
      { x: { a: 1, b: 2 }, y: { b: 3, a: 1 }, z: { a: 1, b: 2 } },
    ])
  })

  it('does not grow by aliases without end', () => {
    const row = (name: string, of: string) => `${name}: &${name} [${Array(9).fill(of).join(', ')}]`
    const bomb = [...'bcdefghij'].reduce(
      (text, name, at) => `${text}\n${row(name, `*${'abcdefghi'[at]}`)}`,
      row('a', 'x'),
    )
    expect(codes(bomb)).toEqual(['yaml-aliases 7'])
  })

  it('refuses what is nested deeper than 100 levels', () => {
    expect(codes('['.repeat(101) + ']'.repeat(101))).toEqual(['yaml-too-deep 1'])
    expect(codes('['.repeat(50_000))).toEqual(['yaml-too-deep 1'])
  })

  it('reads whatever JSON holds as it was written', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 5, minKeys: 1, noNullPrototype: true }),
        ),
        (documents) => {
          // The library writes this key without quotes, and then it means to merge.
          fc.pre(!JSON.stringify(documents).includes('"<<"'))
          const text = documents.map((document) => `---\n${stringify(document)}`).join('')
          const kept = documents.map((document) => JSON.parse(JSON.stringify(document)))
          expect(JSON.parse(JSON.stringify(values(text)))).toEqual(kept)
        },
      ),
    )
  })
})
