import { paths } from '@alidade/analysis'
import { InvalidInput } from '@alidade/model'
import type { Context } from '../../context.ts'
import { entityNode, findKnown } from '../../graph/entity-node.ts'
import type { PathResultModel } from './path.ts'

interface PathArguments {
  readonly from: string
  readonly to: string
  readonly maxLength?: number | null | undefined
}

const longest = 20

export function shortestPaths(_: unknown, args: PathArguments, { view }: Context): PathResultModel {
  const maxLength = checkLength(args.maxLength ?? 10)
  const found = paths(view.snapshot, findKnown(view, args.from), findKnown(view, args.to), { maxLength })
  return {
    incomplete: found.incomplete,
    paths: found.paths.map(({ refs, steps }) => ({ nodes: refs.map((ref) => entityNode(view, ref)), steps })),
  }
}

function checkLength(length: number): number {
  if (length >= 1 && length <= longest) return length
  throw new InvalidInput('depth-out-of-bounds', `maxLength is ${length}: ask for 1 to ${longest}`)
}
