import { expectAccessible } from './expect-accessible.ts'
import { pages } from './pages.ts'
import { settled } from './settled.ts'
import { expect, test } from './test.ts'

for (const { name, path } of pages) {
  test(`${name}: axe finds nothing, and the console stays silent`, async ({ page }) => {
    await page.goto(path)
    await settled(page)
    await expectAccessible(page)
    await expect(page).toHaveTitle(/Alidade/)
  })

  test(`${name}: nothing is wider than 390 px, and axe finds nothing there either`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(path)
    await settled(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    await expectAccessible(page, ['light'])
  })
}
