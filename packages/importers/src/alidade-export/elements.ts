import { InvalidInput } from '@alidade/model'

/** One value of the document: an element of a list at its top level, or a value there that is no list. */
export interface Element {
  readonly key: string
  readonly value: unknown
  /** The line of the document on which it ends. */
  readonly line: number
}

/** No entity and no relation comes near it; a document in which a value never ends does. */
const longest = 64 * 1024 * 1024

/**
 * The elements of the lists of a JSON document `{"a": [...], "b": [...]}`, one at a time and in order: what is held is
 * the element that is being read, at most 64 MB of it.
 * @param file for messages
 * @throws InvalidInput `export-malformed`, with its line
 */
export async function* elementsOf(file: string, chunks: AsyncIterable<string>): AsyncGenerator<Element> {
  let [depth, line, inText, escaped, inList, began] = [0, 1, false, false, false, false]
  let key: string | undefined
  let pending = ''
  const malformed = (what: string) =>
    new InvalidInput('export-malformed', `${what}: export it again`, { file, line })
  const parse = (text: string): unknown => {
    try {
      return JSON.parse(text)
    } catch {
      throw malformed('this is no JSON')
    }
  }
  const take = (text: string): Element[] => {
    if (text.trim() === '') return []
    if (key === undefined) throw malformed('a value without a name')
    return [{ key, value: parse(text), line }]
  }

  for await (const chunk of chunks) {
    let from = 0
    for (let at = 0; at < chunk.length; at++) {
      const char = chunk[at]
      if (char === '\n') line++
      if (inText) {
        if (escaped) escaped = false
        else if (char === '\\') escaped = true
        else if (char === '"') inText = false
        continue
      }
      const collected = () => {
        const text = pending + chunk.slice(from, at)
        pending = ''
        from = at + 1
        return text
      }
      const top = inList ? 2 : 1
      if (char === '"') inText = true
      else if (char === ':' && depth === 1 && !inList) key = String(parse(collected()))
      else if (char === ',' && depth === top) yield* take(collected())
      else if (char === '{' || char === '[') {
        if (depth === 0) {
          if (char !== '{' || began || collected().trim() !== '')
            throw malformed('this is no export of Alidade')
          began = true
        } else if (depth === 1 && char === '[' && key !== undefined && !inList) {
          if (collected().trim() !== '') throw malformed('this is no JSON')
          inList = true
        }
        depth++
      } else if (char === '}' || char === ']') {
        if (depth === top) yield* take(collected())
        if (depth === 2 && inList) inList = false
        depth--
        if (depth < 0) throw malformed('this is no JSON')
      }
    }
    pending += chunk.slice(from)
    if (pending.length > longest) throw malformed('a value of more than 64 MB')
  }
  if (depth !== 0 || !began)
    throw malformed(began ? 'the document ends in the middle' : 'this is no export of Alidade')
}
