import { interpolate, type Variables } from './interpolate.ts'

/** What an environment file sets. */
export interface EnvFile {
  /** By name, the last of each; without `value` for a name that stands alone and is handed through. */
  readonly entries: ReadonlyMap<string, EnvEntry>
  /** The lines that can't be read, from 1. */
  readonly malformed: readonly number[]
}

interface EnvEntry {
  readonly value: string | undefined
  readonly line: number
}

const start = /[ \t]*(?:export[ \t]+)?([A-Za-z0-9_.[\]-]+)[ \t]*(?:([=:])[ \t]*)?/y

/**
 * Reads a `.env` or `env_file` as Compose does: comments, `export`, quotes over several lines, and variables, which
 * `outer` gives before the file's own earlier lines do. In single quotes, and in the format `raw`, all is as it stands.
 * @see https://docs.docker.com/compose/how-tos/environment-variables/variable-interpolation/#env-file-syntax
 */
export function readEnvFile(text: string, outer: Variables, format: 'plain' | 'raw' = 'plain'): EnvFile {
  const entries = new Map<string, EnvEntry>()
  const known = new Map(outer)
  const malformed: number[] = []
  let at = text.startsWith('\uFEFF') ? 1 : 0
  let line = 1
  while (at < text.length) {
    const end = endOfLine(text, at)
    const here = text.slice(at, end)
    if (/^\s*(?:#|$)/.test(here)) {
      at = end + 1
      line++
      continue
    }
    start.lastIndex = at
    const [whole = '', key = '', sign] = start.exec(text) ?? []
    const from = at + whole.length
    if (key === '' || from > end || (sign === undefined && text.slice(from, end).trim() !== '')) {
      malformed.push(line)
      at = end + 1
      line++
      continue
    }
    const read =
      sign === undefined ? { value: known.get(key), end } : readValue(text, from, end, known, format)
    if (read === undefined) malformed.push(line)
    else {
      entries.set(key, { value: read.value, line })
      if (read.value !== undefined && !outer.has(key)) known.set(key, read.value)
    }
    const after = read?.end ?? end
    line += text.slice(at, after).split('\n').length
    at = after + 1
  }
  return { entries, malformed }
}

function readValue(text: string, from: number, end: number, known: Variables, format: 'plain' | 'raw') {
  const rest = text.slice(from, end)
  if (format === 'raw') return { value: rest.replace(/\r$/, ''), end }
  const quote = rest[0]
  if (quote !== '"' && quote !== "'") {
    const plain = rest.replace(/(?:^|\s)#.*$/s, '').trim()
    return { value: interpolate(plain.replaceAll('\\$', '$$$$'), known).text, end }
  }
  const close = closingQuote(text, from, quote)
  if (close === undefined) return undefined
  const inner = text.slice(from + 1, close)
  const value = quote === "'" ? inner : interpolate(unescaped(inner), known).text
  return { value, end: endOfLine(text, close) }
}

function closingQuote(text: string, from: number, quote: string): number | undefined {
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] === '\\' && quote === '"') at++
    else if (text[at] === quote) return at
  }
  return undefined
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', $: '$$' }

function unescaped(text: string): string {
  return text.replace(/\\(.)/gs, (_, letter: string) => escapes[letter] ?? letter)
}

function endOfLine(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end === -1 ? text.length : end
}
