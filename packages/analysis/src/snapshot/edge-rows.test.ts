import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildRows, cellsOf, degree, type Edge, edgesOf, patchRows } from './edge-rows.ts'
import { groupRows, transpose, withoutDoubles } from './group-rows.ts'

const number = fc.integer({ min: 0, max: 9 })
const anyEdge = fc.tuple(number, number, fc.integer({ min: 0, max: 3 }), number)
const anyEdges = fc.array(anyEdge, { maxLength: 40 })
const quadsOf = (edges: readonly (readonly number[])[]) => Int32Array.from(edges.flat())
const allOf = (rows: ReturnType<typeof groupRows>) => Array.from({ length: 10 }, (_, at) => edgesOf(rows, at))

describe('rows of edges', () => {
  it('have for each number its edges, in the order in which they came', () => {
    fc.assert(
      fc.property(anyEdges, (edges) => {
        const expected = Array.from({ length: 10 }, (_, at) =>
          edges.filter(([from]) => from === at).map(([, ...edge]) => edge),
        )
        const grouped = groupRows(10, quadsOf(edges))
        expect(allOf(grouped)).toEqual(expected)
        const built = buildRows(10, (at, add) => {
          for (const edge of expected[at] ?? []) add(...(edge as [number, number, number]))
        })
        expect(allOf(built)).toEqual(expected)
        expect(Array.from({ length: 10 }, (_, at) => degree(grouped, at))).toEqual(
          expected.map((its) => its.length),
        )
      }),
    )
  })

  it('turned around twice are the same, by number', () => {
    fc.assert(
      fc.property(anyEdges, (edges) => {
        const rows = groupRows(10, quadsOf(edges))
        const sorted = (its: ReturnType<typeof allOf>) => its.map((row) => row.map(String).sort())
        expect(sorted(allOf(transpose(transpose(rows, 10), 10)))).toEqual(sorted(allOf(rows)))
        expect(allOf(transpose(rows, 10)).flat()).toHaveLength(edges.length)
      }),
    )
  })

  it('without doubles have the last of those with one end and one key', () => {
    fc.assert(
      fc.property(anyEdges, (edges) => {
        const rows = withoutDoubles(groupRows(10, quadsOf(edges)), 10, (mark) => mark >> 1)
        const last = new Map(
          edges.map(([from, to, mark, weight]) => [`${from} ${to} ${mark >> 1}`, [to, mark, weight]]),
        )
        const found = allOf(rows).flatMap((row, from) =>
          row.map((edge) => [`${from} ${edge[0]} ${edge[1] >> 1}`, edge] as const),
        )
        expect(found).toHaveLength(last.size)
        expect(Object.fromEntries(found)).toEqual(Object.fromEntries(last))
      }),
    )
  })

  it('hold what was patched last, before and after they are folded in, and leave the older ones alone', () => {
    const count = 5_000
    let rows = groupRows(10, quadsOf([[3, 1, 2, 3]]))
    const first = rows
    const expected = new Map<number, readonly Edge[]>([[3, [[1, 2, 3]]]])
    let folded = 0
    for (let round = 0; round < 10; round++) {
      const changed = new Map<number, readonly Edge[]>()
      for (let at = 0; at < 300; at++) {
        const edges: Edge[] =
          at % 7 === 0
            ? []
            : [
                [round, at, 1],
                [at, round, 2],
              ]
        changed.set((round * 211 + at * 13) % count, edges)
      }
      for (const [at, edges] of changed) expected.set(at, edges)
      const cells = new Map([...changed].map(([at, edges]) => [at, cellsOf(edges)]))
      rows = patchRows(rows, cells, count)
      if (rows.patched.size === 0) folded++
      for (let at = 0; at < count; at++) expect(edgesOf(rows, at)).toEqual(expected.get(at) ?? [])
    }
    expect(folded).toBeGreaterThan(0)
    expect(folded).toBeLessThan(10)
    expect(edgesOf(first, 3)).toEqual([[1, 2, 3]])
  })
})
