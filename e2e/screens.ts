import { test } from '@playwright/test'
import { pages } from './pages.ts'
import { settled } from './settled.ts'

const sizes = [
  { width: 1440, height: 1000 },
  { width: 390, height: 844 },
] as const

for (const { name, path } of [...pages, { name: 'empty', path: process.env.ALIDADE_EMPTY_ADDRESS ?? '' }]) {
  for (const size of sizes) {
    for (const colorScheme of ['light', 'dark'] as const) {
      test(`${name} at ${size.width}, ${colorScheme}`, async ({ page }) => {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
        await page.setViewportSize(size)
        await page.goto(path)
        await settled(page)
        const file = `${import.meta.dirname}/results/screens/${name}-${size.width}-${colorScheme}.png`
        await page.screenshot({ path: file, fullPage: true })
      })
    }
  }
}
