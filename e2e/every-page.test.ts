import type { Page } from '@playwright/test'
import { expectAccessible } from './expect-accessible.ts'
import { pages } from './pages.ts'
import { settled } from './settled.ts'
import { expect, test } from './test.ts'

for (const { name, path } of pages) {
  test(`${name}: axe finds nothing, and the console stays silent`, async ({ page }) => {
    await page.goto(path)
    await settled(page)
    expect(await beyondContent(page)).toBe(0)
    await expectAccessible(page)
    await expect(page).toHaveTitle(/Alidade/)
  })

  test(`${name}: nothing is wider than 390 px, and axe finds nothing there either`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(path)
    await settled(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
    expect(await beyondContent(page)).toBe(0)
    await expectAccessible(page, ['light'])
  })
}

/** How many pixels one could scroll past the end of what is on the page. */
function beyondContent(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollHeight, scrollTop } = document.documentElement
    const end = (document.querySelector('main')?.getBoundingClientRect().bottom ?? 0) + scrollTop
    return Math.max(0, scrollHeight - Math.max(innerHeight, Math.ceil(end)))
  })
}
