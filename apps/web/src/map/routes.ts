import { box, type Point } from './layout.ts'

interface Placed extends Point {
  readonly id: string
  readonly column: number
  readonly height: number
}

/** How an edge is drawn. */
export interface Route {
  /** A cubic Bézier curve, ending where the arrowhead begins. */
  readonly path: string
  /** The arrowhead, at the one depended upon. */
  readonly head: string
  /** Where its count sits: near the outer end, so that counts read as a column beside their nodes. */
  readonly count: Point
}

interface End {
  readonly node: Placed
  /** 1 where it leaves or arrives on the right, -1 on the left. */
  readonly side: 1 | -1
}

const headLength = 7
const portGap = { focus: 16, other: 9 } as const

/**
 * From the side of one box to the side of the other that faces it, with horizontal ends; within a column around its
 * outer side. The ends at one side of a box are apart, in the order of what is at their other ends.
 */
export function routes(
  nodes: readonly Placed[],
  edges: readonly { readonly from: string; readonly to: string }[],
): readonly (Route | undefined)[] {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const ends = edges.map(({ from, to }) => endsOf(byId.get(from), byId.get(to)))
  const ports = portsOf(ends)
  return ends.map((pair, number) => {
    const [start, end] = [ports.get(`${number} start`), ports.get(`${number} end`)]
    return pair && start && end ? route(pair, start, end) : undefined
  })
}

function endsOf(from: Placed | undefined, to: Placed | undefined): readonly [End, End] | undefined {
  if (!from || !to) return undefined
  const outer = from.column > 0 ? 1 : -1
  const side = from.column === to.column ? outer : from.column < to.column ? 1 : -1
  return [
    { node: from, side },
    { node: to, side: from.column === to.column ? outer : side === 1 ? -1 : 1 },
  ]
}

function portsOf(ends: readonly (readonly [End, End] | undefined)[]): ReadonlyMap<string, Point> {
  const all = ends.flatMap((pair, number) =>
    pair
      ? [
          { key: `${number} start`, end: pair[0], other: pair[1].node },
          { key: `${number} end`, end: pair[1], other: pair[0].node },
        ]
      : [],
  )
  const ports = new Map<string, Point>()
  for (const atSide of Map.groupBy(all, ({ end }) => `${end.side} ${end.node.id}`).values()) {
    const inOrder = atSide.toSorted((a, b) => a.other.y - b.other.y || (a.other.id < b.other.id ? -1 : 1))
    for (const [place, { key, end }] of inOrder.entries()) {
      const { node, side } = end
      const wanted = node.height > box.height ? portGap.focus : portGap.other
      const gap = Math.min(wanted, (node.height - 14) / Math.max(inOrder.length - 1, 1))
      ports.set(key, {
        x: node.x + (side * box.width) / 2,
        y: node.y + (place - (inOrder.length - 1) / 2) * gap,
      })
    }
  }
  return ports
}

function route([from, to]: readonly [End, End], start: Point, tip: Point): Route {
  const end = { x: tip.x + to.side * headLength, y: tip.y }
  const sameColumn = from.node.column === to.node.column
  const bend = sameColumn
    ? Math.min(70, 26 + Math.abs(end.y - start.y) * 0.1)
    : Math.max(24, Math.abs(end.x - start.x) / 2)
  const curve = [
    start,
    { x: start.x + from.side * bend, y: start.y },
    { x: end.x + to.side * bend, y: end.y },
    end,
  ] as const
  const outerIsStart = Math.abs(from.node.column) >= Math.abs(to.node.column)
  // Beside the count of the way there.
  const goesBack = from.node.column > to.node.column
  const back = to.side * headLength
  return {
    path: `M${at(curve[0])}C${at(curve[1])} ${at(curve[2])} ${at(curve[3])}`,
    head: `M${at(tip)}l${back} -3.6v7.2z`,
    count: pointOf(
      curve,
      sameColumn ? 0.5 : outerIsStart ? (goesBack ? 0.38 : 0.16) : goesBack ? 0.62 : 0.84,
    ),
  }
}

const at = ({ x, y }: Point) => `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`

function pointOf([a, b, c, d]: readonly [Point, Point, Point, Point], t: number): Point {
  const along = (p: number, q: number, r: number, s: number) =>
    (1 - t) ** 3 * p + 3 * (1 - t) ** 2 * t * q + 3 * (1 - t) * t ** 2 * r + t ** 3 * s
  return { x: along(a.x, b.x, c.x, d.x), y: along(a.y, b.y, c.y, d.y) }
}
