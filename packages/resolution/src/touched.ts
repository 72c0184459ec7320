import type { Ref } from '@alidade/model'
import type { Name } from './names.ts'

/** What keys of changed statements tell: see `keys.ts`. */
export interface Touched {
  readonly subjects: readonly Ref[]
  readonly others: readonly Ref[]
  /** Names that something has or had, or that bare mentions look up. */
  readonly names: ReadonlySet<Name>
  /** Names that are mentioned otherwise. */
  readonly asNames: ReadonlySet<Name>
  /** Keys of descriptions that may be joined with what was described: by an identity, or in a repository. */
  readonly joining: readonly string[]
  /** APIs with what they are or were the same as: another's ref, or an identity. */
  readonly pairs: readonly (readonly [Ref, string])[]
}

export function readTouched(keys: Iterable<string>): Touched {
  const by = Map.groupBy(new Set(keys), (key) => key.slice(0, key.indexOf(':')))
  const rest = (prefix: string) => (by.get(prefix) ?? []).map((key) => key.slice(prefix.length + 1))
  return {
    subjects: rest('of') as Ref[],
    others: rest('to') as Ref[],
    names: new Set([...rest('is'), ...rest('bare')] as Name[]),
    asNames: new Set(rest('as') as Name[]),
    joining: [...(by.get('id') ?? []), ...(by.get('in') ?? [])],
    pairs: rest('pair').map((pair) => {
      const [api = '', other = ''] = pair.split('\n')
      return [api as Ref, other]
    }),
  }
}
