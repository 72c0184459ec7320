import { expect, test } from 'vitest'
import { box } from './layout.ts'
import { routes } from './routes.ts'

const node = (id: string, column: number, y: number, height: number = box.height) => ({
  id,
  column,
  x: column * 276,
  y,
  height,
})
const nodes = [node('web', -1, -60), node('app', -1, 60), node('pay', 0, 0, 100), node('bank', 1, 0)]
const half = box.width / 2
const numbers = (path = '') => path.match(/-?[\d.]+/g)?.map(Number) ?? []

test('it leaves on the right and arrives on the left, with horizontal ends', () => {
  const [route] = routes(nodes, [{ from: 'pay', to: 'bank' }])
  const [x1, y1, , y2, , y3, x4, y4] = numbers(route?.path)
  expect([x1, y1, y2]).toEqual([half, 0, 0])
  expect([x4, y4, y3]).toEqual([276 - half - 7, 0, 0])
  expect(numbers(route?.head).slice(0, 2)).toEqual([276 - half, 0])
})

test('what points back leaves on the left and arrives on the right', () => {
  const [route] = routes(nodes, [{ from: 'bank', to: 'web' }])
  expect(numbers(route?.path)[0]).toBe(276 - half)
  expect(numbers(route?.head)[0]).toBe(-276 + half)
})

test('within a column it goes around the outer side', () => {
  const [route] = routes(nodes, [{ from: 'web', to: 'app' }])
  const [x1, , x2] = numbers(route?.path)
  expect(x1).toBe(-276 - half)
  expect(x2).toBeLessThan(-276 - half)
})

test('ends at one side of a box are apart, in the order of what they lead to, and within the box', () => {
  const many = Array.from({ length: 40 }, (_, number) => node(`c${number}`, -1, (number - 20) * 60))
  const drawn = routes(
    [...many, node('hub', 0, 0, 100)],
    many.map(({ id }) => ({ from: id, to: 'hub' })),
  )
  const arrivals = drawn.map((route) => numbers(route?.head)[1] ?? Number.NaN)
  expect(arrivals).toEqual(arrivals.toSorted((a, b) => a - b))
  expect(new Set(arrivals).size).toBe(40)
  expect(Math.max(...arrivals.map(Math.abs))).toBeLessThan(50)
})

test('an edge to something that is not on the map is not drawn', () => {
  expect(routes(nodes, [{ from: 'pay', to: 'gone' }])).toEqual([undefined])
})
