import { expect, type Page } from '@playwright/test'

/** Waits until nothing on the page is on its way any more. */
export async function settled(page: Page): Promise<void> {
  await expect(page.locator('main :is(h1, h2)').first()).toBeVisible()
  await expect(page.locator('.skeleton')).toHaveCount(0)
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
}
