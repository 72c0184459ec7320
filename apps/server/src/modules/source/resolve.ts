import type { Source } from '@alidade/model'
import type { Context } from '../../context.ts'
import { type Eventual, whenKnown } from '../../graph/when-known.ts'
import type { SourceNode } from './source.ts'

export function allSources(_: unknown, _args: object, { view }: Context): Eventual<SourceNode[]> {
  return whenKnown(view.sources(), (sources) => [...sources.keys()].map((id) => ({ view, id })))
}

/** The parts of `<repository>/<reader>`; `manual` is a reader without a repository. */
export function repositoryOf({ id }: SourceNode): string {
  return id.slice(0, Math.max(id.lastIndexOf('/'), 0))
}

export function readerOf({ id }: SourceNode): string {
  return id.slice(id.lastIndexOf('/') + 1)
}

/** What the store keeps of a source; nothing of one that was never read, like `manual`. */
export const recorded =
  <Part>(part: (source: Source) => Part) =>
  ({ view, id }: SourceNode): Eventual<Part | undefined> =>
    whenKnown(view.sources(), (sources) => {
      const source = sources.get(id)
      return source && part(source)
    })

/** The origin, where it is an address that a browser opens. */
export function webAddress({ origin }: Source): string | undefined {
  return origin && /^https?:\/\//.test(origin) ? origin : undefined
}
