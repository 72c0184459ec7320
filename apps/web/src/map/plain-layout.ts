import { box, type Places, placesFrom, type Shape } from './layout.ts'

/** The layout that always comes: each column in the order of its nodes, all columns around one middle. */
export function plainLayout(shape: Shape): Places {
  const heights = new Map<string, number>()
  for (const inColumn of Map.groupBy(shape.nodes, ({ column }) => column).values()) {
    const total = inColumn.reduce((sum, { height }) => sum + height + box.gapY, -box.gapY)
    let top = -total / 2
    for (const { id, height } of inColumn) {
      heights.set(id, top + height / 2)
      top += height + box.gapY
    }
  }
  return placesFrom(shape, (id) => heights.get(id) ?? 0)
}
