interface Around {
  readonly roots: ReadonlySet<string>
  readonly edges: readonly { readonly from: string; readonly to: string }[]
  /** Nodes whose neighbours are shown too, in the order in which they were opened. */
  readonly open: readonly string[]
  readonly depth: number
  readonly direction: 'in' | 'both' | 'out'
}

/**
 * How many steps each node is from the roots, negative for what reaches them: all within `depth`, and one step further
 * out from each that is open. What is near on both sides stands where it is nearer, else right. By breadth-first search.
 */
export function columnsAround({ roots, edges, open, depth, direction }: Around): ReadonlyMap<string, number> {
  const callers = Map.groupBy(edges, ({ to }) => to)
  const callees = Map.groupBy(edges, ({ from }) => from)
  const callersOf = (id: string) => (callers.get(id) ?? []).map(({ from }) => from)
  const calleesOf = (id: string) => (callees.get(id) ?? []).map(({ to }) => to)
  const column = new Map([...roots].map((id) => [id, 0]))

  const left = direction === 'out' ? new Map<string, number>() : steps(roots, callersOf, depth)
  const right = direction === 'in' ? new Map<string, number>() : steps(roots, calleesOf, depth)
  for (const [id, step] of left) if (step < (right.get(id) ?? Number.POSITIVE_INFINITY)) column.set(id, -step)
  for (const [id, step] of right) if (!column.has(id)) column.set(id, step)

  for (const id of open) {
    const at = column.get(id)
    if (at === undefined) continue
    if (at <= 0) for (const next of callersOf(id)) if (!column.has(next)) column.set(next, at - 1)
    if (at >= 0) for (const next of calleesOf(id)) if (!column.has(next)) column.set(next, at + 1)
  }
  return column
}

function steps(
  roots: ReadonlySet<string>,
  next: (id: string) => readonly string[],
  depth: number,
): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  let front: readonly string[] = [...roots]
  for (let step = 1; step <= depth && front.length > 0; step += 1) {
    const fresh = new Set(front.flatMap(next).filter((id) => !roots.has(id) && !found.has(id)))
    for (const id of fresh) found.set(id, step)
    front = [...fresh]
  }
  return found
}
