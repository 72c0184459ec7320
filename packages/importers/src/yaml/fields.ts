import type { Problem } from '@alidade/model'
import type { YamlEntry, YamlNode } from './node.ts'

/** A value with its line. */
export interface Located<Value> {
  readonly value: Value
  readonly line: number
}

/** Where problems go: the file they are in, and the list they are added to. */
export interface Report {
  readonly file: string
  readonly problems: Problem[]
}

/**
 * The fields of a map, each with its line. A field of another form than the one asked for is a problem
 * (`field-malformed`, with its line and what it should be) and reads as left out; so does one that is null, silently.
 */
export interface Fields {
  /** The line of the map itself. */
  readonly line: number
  /** `metadata.labels`, for messages. */
  readonly where: string
  readonly keys: readonly string[]
  /** Whatever it is. */
  node(key: string): YamlEntry | undefined
  /** Text; numbers, dates and true or false as they are written. */
  text(key: string): Located<string> | undefined
  /** A list of texts; a single text is a list of one. What is no text in it is a problem, the rest is kept. */
  texts(key: string): readonly Located<string>[]
  /** Another map; one without fields where it is left out. */
  fields(key: string): Fields
  /** A list of maps. */
  list(key: string): readonly Fields[]
  /** A map from text to text, as labels are. */
  record(key: string): Readonly<Record<string, Located<string>>>
}

/** Reads a map; anything else is a problem, and has no fields. */
export function fieldsOf(node: YamlNode | undefined, where: string, report: Report): Fields {
  const { file, problems } = report
  const malformed = (at: string, line: number, form: string) => {
    problems.push({
      code: 'field-malformed',
      severity: 'error',
      file,
      line,
      message: `${at === '' ? 'the document' : `\`${at}\``} is not ${form}, and was not read: write ${form}`,
    })
    return undefined
  }
  const entries: ReadonlyMap<string, YamlEntry> = node?.is === 'map' ? node.entries : new Map()
  if (node && node.is !== 'map' && !isNull(node)) malformed(where, node.line, 'a map of fields')
  const path = (key: string) => (where === '' ? key : `${where}.${key}`)

  const present = (key: string): YamlEntry | undefined => {
    const entry = entries.get(key)
    return entry === undefined || isNull(entry.value) ? undefined : entry
  }
  const textOf = (value: YamlNode, at: string): Located<string> | undefined =>
    value.is === 'scalar'
      ? { value: typeof value.value === 'string' ? value.value : value.text, line: value.line }
      : malformed(at, value.line, 'a text')

  return {
    line: node?.line ?? 1,
    where,
    keys: [...entries.keys()],
    node: (key) => entries.get(key),
    text: (key) => {
      const entry = present(key)
      return entry && textOf(entry.value, path(key))
    },
    texts: (key) => {
      const value = present(key)?.value
      if (!value) return []
      if (value.is === 'map') {
        malformed(path(key), value.line, 'a list of texts')
        return []
      }
      return (value.is === 'list' ? value.items : [value]).flatMap((item, index) =>
        isNull(item) ? [] : (textOf(item, `${path(key)}[${index}]`) ?? []),
      )
    },
    fields: (key) => fieldsOf(present(key)?.value, path(key), report),
    list: (key) => {
      const value = present(key)?.value
      if (!value) return []
      if (value.is === 'list') {
        return value.items.map((item, index) => fieldsOf(item, `${path(key)}[${index}]`, report))
      }
      malformed(path(key), value.line, 'a list')
      return []
    },
    record: (key) => {
      const map = fieldsOf(present(key)?.value, path(key), report)
      const read = map.keys.flatMap((name) => {
        const text = map.text(name)
        return text ? [[name, text] as const] : []
      })
      return Object.fromEntries(read)
    },
  }
}

function isNull(node: YamlNode): boolean {
  return node.is === 'scalar' && node.value === null
}
