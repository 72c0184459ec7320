import { isAlias, isMap, isScalar, isSeq, type Node, type YAMLMap } from 'yaml'
import type { YamlEntry, YamlMap, YamlNode } from './node.ts'

const deepest = 100
const mostRepeated = 1_000_000

/** A document that is well-formed and that nobody should follow to its end. */
export class NotConverted extends Error {
  readonly code: 'yaml-aliases' | 'yaml-too-deep'
  readonly line: number

  constructor(code: 'yaml-aliases' | 'yaml-too-deep', message: string, line: number) {
    super(message)
    this.code = code
    this.line = line
  }
}

/**
 * The library's nodes as plain ones with lines. What an alias names is one node at every place that names it, and
 * counted at each, so that whoever walks the result is bounded too.
 * @param lineAt the line of an offset
 * @param onDuplicate told of each key that stands in one map twice: the key and both lines
 * @throws NotConverted
 */
export function convert(
  root: Node,
  lineAt: (offset: number) => number,
  onDuplicate: (key: string, first: number, again: number) => void,
): YamlNode {
  const anchors = new Map<string, { readonly node: YamlNode; readonly size: number } | 'open'>()
  let size = 0
  let repeated = 0

  function visit(node: Node | null | undefined, depth: number, near: number): YamlNode {
    size++
    if (!node) return { is: 'scalar', value: null, text: '', line: near }
    const line = node.range ? lineAt(node.range[0]) : near
    if (depth > deepest) {
      throw new NotConverted(
        'yaml-too-deep',
        `nested deeper than ${deepest} levels, and not read: flatten it`,
        line,
      )
    }
    if (isAlias(node)) return follow(node.source, line)
    const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined
    if (anchor === undefined) return plain(node, depth, line)
    const before = size
    anchors.set(anchor, 'open')
    const converted = plain(node, depth, line)
    anchors.set(anchor, { node: converted, size: size - before + 1 })
    return converted
  }

  function follow(anchor: string, line: number): YamlNode {
    const named = anchors.get(anchor)
    if (named === undefined || named === 'open') {
      const what = named ? 'is inside what it names' : 'names an anchor that does not stand before it'
      throw new NotConverted('yaml-aliases', `the alias *${anchor} ${what}: write the value itself`, line)
    }
    size += named.size
    repeated += named.size
    if (repeated > mostRepeated) {
      throw new NotConverted(
        'yaml-aliases',
        `aliases repeat more than ${mostRepeated.toLocaleString('en')} values, and the document was not read: use fewer`,
        line,
      )
    }
    return named.node
  }

  function plain(node: Node, depth: number, line: number): YamlNode {
    const tag =
      node.tag && !node.tag.startsWith('tag:yaml.org,2002:') && node.tag !== '!' ? { tag: node.tag } : {}
    if (isScalar(node)) return { is: 'scalar', ...scalar(node.value, node.source), line, ...tag }
    if (isSeq(node)) {
      const items = node.items.map((item) => visit(item as Node | null, depth + 1, line))
      return { is: 'list', items, line, ...tag }
    }
    if (isMap(node)) return { is: 'map', entries: entriesOf(node, depth, line), line, ...tag }
    throw new Error(`a node of no known form in line ${line}`)
  }

  function entriesOf(node: YAMLMap, depth: number, line: number): YamlMap['entries'] {
    const entries = new Map<string, YamlEntry>()
    const merged: YamlNode[] = []
    for (const pair of node.items) {
      const key = visit(pair.key as Node | null, depth + 1, line)
      const value = visit(pair.value as Node | null, depth + 1, key.line)
      const name = key.is === 'scalar' ? key.text : ''
      const maps = value.is === 'list' ? value.items : [value]
      if (name === '<<' && isPlainScalar(pair.key) && maps.every(({ is }) => is === 'map')) {
        merged.push(...maps)
        continue
      }
      const before = entries.get(name)
      if (before) onDuplicate(name, before.line, key.line)
      entries.set(name, { line: key.line, value })
    }
    // A map's own keys win over merged ones, and of those the first: https://yaml.org/type/merge.html
    for (const map of merged) {
      if (map.is !== 'map') continue
      for (const [name, entry] of map.entries) if (!entries.has(name)) entries.set(name, entry)
    }
    return entries
  }

  return visit(root, 1, lineAt(0))
}

function isPlainScalar(key: unknown): boolean {
  return isScalar(key) && key.type === 'PLAIN'
}

function scalar(value: unknown, source: string | undefined) {
  if (value === null || value === undefined) return { value: null, text: source ?? '' }
  if (typeof value === 'string') return { value, text: value }
  const text = source ?? String(value)
  return typeof value === 'number' || typeof value === 'boolean' ? { value, text } : { value: text, text }
}
