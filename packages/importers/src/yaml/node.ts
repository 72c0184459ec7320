import type { Json } from '@alidade/model'

/** A value of a YAML document that knows its line. Aliases and merge keys (`<<`) are already followed. */
export type YamlNode = YamlScalar | YamlList | YamlMap

interface YamlScalar {
  readonly is: 'scalar'
  readonly value: string | number | boolean | null
  /** As it stands in the file, less its quotes: `1.10` stays `1.10`. Empty for a value that is left out. */
  readonly text: string
  /** From 1. */
  readonly line: number
  /** A tag other than YAML's own: `!reset`. */
  readonly tag?: string
}

interface YamlList {
  readonly is: 'list'
  readonly items: readonly YamlNode[]
  readonly line: number
  readonly tag?: string
}

export interface YamlMap {
  readonly is: 'map'
  /** In the order of the file, what a merge key brings last. */
  readonly entries: ReadonlyMap<string, YamlEntry>
  readonly line: number
  readonly tag?: string
}

export interface YamlEntry {
  /** Where the key stands. */
  readonly line: number
  readonly value: YamlNode
}

/** The value at a path of keys; undefined where there is none. */
export function valueAt(node: YamlNode | undefined, ...keys: readonly string[]): YamlNode | undefined {
  return keys.reduce<YamlNode | undefined>(
    (at, key) => (at?.is === 'map' ? at.entries.get(key)?.value : undefined),
    node,
  )
}

/** The value without its lines. */
export function toJson(node: YamlNode): Json {
  if (node.is === 'scalar') return node.value
  if (node.is === 'list') return node.items.map(toJson)
  return Object.fromEntries([...node.entries].map(([key, { value }]) => [key, toJson(value)]))
}
