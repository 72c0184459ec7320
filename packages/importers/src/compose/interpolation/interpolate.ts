/** Values of variables by name. */
export type Variables = ReadonlyMap<string, string>

export interface Interpolated {
  readonly text: string
  /** Variables that have neither value nor default, and were read as empty; each once. */
  readonly unset: readonly string[]
  /** Variables that must be set (`${A:?why}`) and are not; read as empty. */
  readonly missing: readonly { readonly name: string; readonly why: string }[]
  /** Set when the text, or what it becomes, is too long to be followed: then it is left as it stands. */
  readonly tooLong: boolean
}

const longest = 65_536
const deepest = 50
const name = /[a-zA-Z_][a-zA-Z0-9_]*/y
const operator = /:?[-?+]/y

/**
 * Puts variables into a text as Compose does: `$A`, `${A}`, `${A:-b}`, `${A-b}`, `${A:?why}`, `${A?why}`, `${A:+b}`,
 * `${A+b}`, nested to 50 levels, and `$$` for a dollar. What is none of these stays as it stands.
 * @see https://docs.docker.com/reference/compose-file/interpolation/
 */
export function interpolate(text: string, variables: Variables): Interpolated {
  if (!text.includes('$')) return { text, unset: [], missing: [], tooLong: false }
  if (text.length > longest) return { text, unset: [], missing: [], tooLong: true }
  const closing = matchBraces(text)
  const unset = new Set<string>()
  const missing: { name: string; why: string }[] = []
  let length = 0

  function expand(from: number, to: number, depth: number): string {
    let result = ''
    const add = (piece: string) => {
      length += piece.length
      if (length <= longest) result += piece
    }
    let at = from
    while (at < to) {
      const dollar = text.indexOf('$', at)
      if (dollar === -1 || dollar >= to) break
      add(text.slice(at, dollar))
      at = dollar
      const next = text[at + 1]
      if (next === '$' && at + 1 < to) {
        add('$')
        at += 2
        continue
      }
      const close = next === '{' ? closing.get(at + 1) : undefined
      const braced = close !== undefined && close < to ? readBraced(at + 2, close, depth) : undefined
      if (close !== undefined && braced !== undefined) {
        add(braced)
        at = close + 1
        continue
      }
      const plain = matchAt(name, text, at + 1, to)
      add(plain === undefined ? '$' : givenValue(plain))
      at += 1 + (plain?.length ?? 0)
    }
    add(text.slice(at, to))
    return result
  }

  function readBraced(from: number, close: number, depth: number): string | undefined {
    const variable = matchAt(name, text, from, close)
    if (variable === undefined || depth >= deepest) return undefined
    const after = from + variable.length
    if (after === close) return givenValue(variable)
    const sign = matchAt(operator, text, after, close)
    if (sign === undefined) return undefined
    const rest = after + sign.length
    const value = variables.get(variable)
    const isSet = value !== undefined && (sign.length === 1 || value !== '')
    if (sign.endsWith('+')) return isSet ? expand(rest, close, depth + 1) : ''
    if (isSet) return value
    if (sign.endsWith('-')) return expand(rest, close, depth + 1)
    if (!missing.some((each) => each.name === variable))
      missing.push({ name: variable, why: text.slice(rest, close).slice(0, 200) })
    return ''
  }

  function givenValue(variable: string): string {
    const value = variables.get(variable)
    if (value === undefined) unset.add(variable)
    return value ?? ''
  }

  const expanded = expand(0, text.length, 0)
  if (length > longest) return { text, unset: [], missing: [], tooLong: true }
  return { text: expanded, unset: [...unset], missing, tooLong: false }
}

/** The closing brace of each opening one, by position; one that is never closed has none. */
function matchBraces(text: string): ReadonlyMap<number, number> {
  const closing = new Map<number, number>()
  const open: number[] = []
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '{') open.push(at)
    else if (text[at] === '}') {
      const last = open.pop()
      if (last !== undefined) closing.set(last, at)
    }
  }
  return closing
}

function matchAt(pattern: RegExp, text: string, at: number, to: number): string | undefined {
  pattern.lastIndex = at
  const found = pattern.exec(text)?.[0]
  return found !== undefined && at + found.length <= to ? found : undefined
}
