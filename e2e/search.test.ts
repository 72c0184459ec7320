import { expect, test } from './test.ts'

test('Ctrl-K finds from anywhere, in spite of a slip of the pen, and Enter goes there', async ({ page }) => {
  await page.goto('/standards')
  const field = page.getByRole('combobox', { name: 'Search for anything by name' })
  await expect(field).toBeVisible()
  await page.keyboard.press('Control+K')
  await expect(field).toBeFocused()
  await page.keyboard.type('ordr-api')
  await expect(page.getByRole('option').first()).toContainText('order-api')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/entities/service:default%2Forder-api')
})

test('what nothing is called is said', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('combobox', { name: 'Search for anything by name' }).fill('qqqqzzzz')
  await expect(page.getByText('Nothing is called something like “qqqqzzzz”.')).toBeVisible()
})
