import { gzipSync } from 'node:zlib'
import { settled } from './settled.ts'
import { expect, test } from './test.ts'

test('the first page loads at most 250 kB of JavaScript, as gzip counts, and nothing of the map', async ({
  page,
}) => {
  const scripts: Promise<{ name: string; size: number }>[] = []
  page.on('response', (response) => {
    const name = new URL(response.url()).pathname
    if (!name.endsWith('.js')) return
    scripts.push(response.body().then((body) => ({ name, size: gzipSync(body).length })))
  })
  await page.goto('/')
  await settled(page)
  const loaded = await Promise.all(scripts)
  expect(loaded.filter(({ name }) => /map-canvas|layout\.worker/.test(name))).toEqual([])
  const total = loaded.reduce((sum, { size }) => sum + size, 0)
  test.info().annotations.push({ type: 'JavaScript', description: `${Math.round(total / 1000)} kB` })
  console.log(`JavaScript of the first page: ${Math.round(total / 1000)} kB`)
  expect(total).toBeLessThanOrEqual(250_000)
})
