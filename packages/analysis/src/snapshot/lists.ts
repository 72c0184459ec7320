import { createDictionary, type Dictionary } from './dictionary.ts'

/** Lists of numbers as numbers from 0, each list once; 0 is the empty list. Grows and forks like a dictionary. */
export interface Lists {
  size(): number
  listOf(number: number): readonly number[]
  add(list: readonly number[]): number
  fork(): Lists
}

export const emptyList = 0

export function createLists(): Lists {
  const lists = over(createDictionary(), [], undefined)
  lists.add([])
  return lists
}

function over(keys: Dictionary, own: (readonly number[])[], parent: Lists | undefined): Lists {
  const first = keys.size()
  const lists: Lists = {
    size: keys.size,
    listOf: (number) => (number < first && parent ? parent.listOf(number) : (own[number - first] ?? [])),
    add: (list) => {
      const number = keys.add(list.join())
      if (number - first === own.length) own.push([...list])
      return number
    },
    fork: () => over(keys.fork(), [], lists),
  }
  return lists
}
