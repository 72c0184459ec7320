import { type EntityHead, type Json, kindOfRef, kinds, type Ref } from '@alidade/model'
import { fold } from '../names/fold.ts'
import { emptyList } from './lists.ts'
import type { Texts } from './texts.ts'

/**
 * What is known of each number, one value each. Numbers that no entity has hold what their ref tells. All are of one
 * type, which makes the loops over them several times as fast.
 */
export interface Columns {
  /** A place in `kinds`. */
  readonly kind: Int32Array
  /** `exists`, `unresolved`, `differs`, added up. */
  readonly state: Int32Array
  /** Numbers of texts: as written, as written, folded. */
  readonly name: Int32Array
  readonly title: Int32Array
  readonly folded: Int32Array
  readonly namespace: Int32Array
  /** Numbers of texts, or `none`. */
  readonly lifecycle: Int32Array
  readonly type: Int32Array
  /** Numbers of lists: of tags, of refs, of pairs. */
  readonly tags: Int32Array
  readonly aliases: Int32Array
  readonly labels: Int32Array
  readonly annotations: Int32Array
  /** The list of entities that have this ref as an alias, by ref: the first is what it means. */
  readonly claims: Int32Array
  /** Of an Api itself, of an operation or a version its Api, else `none`. */
  readonly api: Int32Array
  /** From the relations: the list of owners by ref, the nearest system and domain or `none`. */
  readonly owners: Int32Array
  readonly system: Int32Array
  readonly domain: Int32Array
  /** From the dependencies, either way: the place in `confidences` of the surest, or `noConfidence`. */
  readonly confidence: Int32Array
}

export const none = -1
export const noConfidence = 4
export const exists = 1
export const unresolved = 2
export const differs = 4

export const noColumns: Columns = resize(undefined, 0)

/** A copy of the columns for `size` numbers. */
export function growColumns(columns: Columns, size: number): Columns {
  return resize(columns, size)
}

function resize(from: Columns | undefined, size: number): Columns {
  const column = (old: Int32Array | undefined, fill: number): Int32Array => {
    const grown = new Int32Array(size)
    if (old) grown.set(old)
    if (fill !== 0) grown.fill(fill, old?.length ?? 0)
    return grown
  }
  return {
    kind: column(from?.kind, 0),
    state: column(from?.state, 0),
    name: column(from?.name, 0),
    title: column(from?.title, 0),
    folded: column(from?.folded, 0),
    namespace: column(from?.namespace, 0),
    lifecycle: column(from?.lifecycle, none),
    type: column(from?.type, none),
    tags: column(from?.tags, emptyList),
    aliases: column(from?.aliases, emptyList),
    labels: column(from?.labels, emptyList),
    annotations: column(from?.annotations, emptyList),
    claims: column(from?.claims, emptyList),
    api: column(from?.api, none),
    owners: column(from?.owners, emptyList),
    system: column(from?.system, none),
    domain: column(from?.domain, none),
    confidence: column(from?.confidence, noConfidence),
  }
}

const contractSign = /[#@]/

/** The number of a ref; its Api gets one too, if it is an operation's or a version's. */
export function addRef(texts: Texts, ref: Ref): number {
  const known = texts.refs.numberOf(ref)
  if (known !== undefined) return known
  const sign = ref.search(contractSign)
  if (sign >= 0) texts.refs.add(ref.slice(0, sign))
  return texts.refs.add(ref)
}

/** Writes what the ref alone tells; the rest is as if there were no such entity. */
export function writeRef(columns: Columns, texts: Texts, number: number): void {
  const ref = texts.refs.textOf(number) as Ref
  const sign = ref.search(contractSign)
  const slash = ref.indexOf('/')
  const name = ref.slice((sign >= 0 ? sign : slash) + 1)
  columns.kind[number] = kinds.indexOf(kindOfRef(ref))
  columns.namespace[number] = texts.namespaces.add(ref.slice(ref.indexOf(':') + 1, slash))
  if (ref.startsWith('api:')) {
    columns.api[number] = sign >= 0 ? (texts.refs.numberOf(ref.slice(0, sign)) ?? none) : number
  }
  columns.state[number] = 0
  columns.name[number] = texts.names.add(name)
  columns.title[number] = texts.names.add(name)
  columns.folded[number] = texts.folded.add(fold(name))
  columns.lifecycle[number] = none
  columns.type[number] = none
  columns.tags[number] = emptyList
  columns.aliases[number] = emptyList
  columns.labels[number] = emptyList
  columns.annotations[number] = emptyList
}

/** Writes what is said of an entity itself. */
export function writeEntity(columns: Columns, texts: Texts, number: number, head: EntityHead): void {
  const { properties } = head
  columns.kind[number] = kinds.indexOf(head.kind)
  columns.state[number] =
    exists + (head.unresolved ? unresolved : 0) + (head.differs.length > 0 ? differs : 0)
  columns.name[number] = texts.names.add(head.name)
  columns.title[number] = texts.names.add(textIn(properties.title) ?? head.name)
  columns.folded[number] = texts.folded.add(fold(head.name))
  columns.lifecycle[number] = word(texts.lifecycles, properties.lifecycle)
  columns.type[number] = word(texts.types, properties.type)
  columns.tags[number] = texts.lists.add(tagsIn(properties.tags).map(texts.tags.add))
  columns.aliases[number] = texts.lists.add(
    [...new Set(head.aliases)].sort().map((alias) => addRef(texts, alias)),
  )
  columns.labels[number] = pairs(texts, head.labels)
  columns.annotations[number] = pairs(texts, head.annotations)
}

function textIn(value: Json | undefined): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined
}

function word(words: Texts['types'], value: Json | undefined): number {
  const text = textIn(value)
  return text === undefined ? none : words.add(text.trim().toLowerCase())
}

function tagsIn(value: Json | undefined): string[] {
  if (!Array.isArray(value)) return []
  return [...new Set(value.filter((tag): tag is string => typeof tag === 'string'))]
}

function pairs(texts: Texts, labels: Readonly<Record<string, string>>): number {
  const keys = Object.keys(labels)
  if (keys.length === 0) return emptyList
  return texts.lists.add(keys.sort().map((key) => texts.pairs.add(`${key}\n${labels[key]}`)))
}
