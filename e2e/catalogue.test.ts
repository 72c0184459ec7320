import type { Page } from '@playwright/test'
import { expect, test } from './test.ts'

const choice = (page: Page, group: string, name: string) =>
  page.getByRole('group', { name: group }).getByRole('checkbox', { name: new RegExp(`^${name}`) })
const counted = (page: Page) => page.getByRole('region', { name: 'Entities' }).getByRole('status')
const names = (page: Page) => page.locator('tbody td[data-column="name"] a')
const rows = (page: Page) => page.locator('tbody tr[aria-rowindex]')

test('from a filter to an entity, to the reason of an edge, to the map, to its table', async ({ page }) => {
  await page.goto('/catalogue')
  await choice(page, 'Kind', 'service').click()
  await expect(choice(page, 'Kind', 'service')).toBeChecked()
  await choice(page, 'Owner', 'Checkout').click()
  await expect(choice(page, 'Owner', 'Checkout')).toBeChecked()
  await expect(page).toHaveURL('/catalogue?kinds=service&owners=team:default/checkout')
  await expect(counted(page)).toHaveText(/^4 services of \d+ entities$/)

  await names(page).getByText('order-api').click()
  await expect(page).toHaveURL('/entities/service:default%2Forder-api')
  await expect(page.getByRole('heading', { name: 'order-api' })).toBeVisible()

  await page.getByRole('button', { name: 'why? checkout:' }).click()
  const why = page.getByRole('complementary', { name: 'Why this edge?' })
  await expect(why).toBeFocused()
  await expect(why).toContainText('services/checkout/catalog-info.yaml:20')
  await expect(why).toContainText('declared')
  await page.keyboard.press('Escape')
  await expect(why).toBeHidden()
  await expect(page.getByRole('button', { name: 'why? checkout:' })).toBeFocused()

  await page.getByRole('link', { name: 'Map', exact: true }).last().click()
  await expect(page.getByRole('region', { name: 'order-api with its callers and callees' })).toBeVisible()
  await page.getByText('List', { exact: true }).click()
  await expect(page).toHaveURL('/map?ref=service:default/order-api&tab=list')
  await expect(page.getByRole('region', { name: 'Depends on order-api' }).locator('tbody tr')).toHaveCount(16)
})

test('a filter stays on offer with what each of its values would give', async ({ page }) => {
  await page.goto('/catalogue?kinds=service')
  const api = choice(page, 'Kind', 'API')
  await expect(api).toBeVisible()
  const [, count = ''] = /(\d+)$/.exec(((await api.locator('..').textContent()) ?? '').trim()) ?? []
  await api.check()
  await choice(page, 'Kind', 'service').uncheck()
  await expect(counted(page)).toHaveText(`${count} APIs of 171 entities`)
})

test('the address is all there is to it: Back takes each step back, a new page shows the same', async ({
  page,
}) => {
  await page.goto('/catalogue')
  await choice(page, 'Kind', 'API').click()
  await expect(choice(page, 'Kind', 'API')).toBeChecked()
  await page.getByRole('button', { name: 'Name', exact: true }).click()
  await expect(page).toHaveURL('/catalogue?kinds=api&order=name')
  await expect(page.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', 'ascending')
  const inOrder = await names(page).allInnerTexts()
  expect(inOrder).toEqual(inOrder.toSorted((a, b) => a.localeCompare(b, 'en', { sensitivity: 'base' })))

  await page.reload()
  await expect(names(page)).toHaveText(inOrder)
  await page.goBack()
  await expect(page).toHaveURL('/catalogue?kinds=api')
  await page.goBack()
  await expect(page).toHaveURL('/catalogue')
  await expect(choice(page, 'Kind', 'API')).not.toBeChecked()
})

test('a text finds in spite of a slip of the pen, the best first', async ({ page }) => {
  await page.goto('/catalogue')
  await page.getByRole('searchbox', { name: 'Filter by name' }).fill('ordr-api')
  await expect(page).toHaveURL('/catalogue?text=ordr-api')
  await expect(names(page).first()).toHaveText('order-api')
})

test('the whole list comes as it is scrolled, and only what is in sight is on the page', async ({ page }) => {
  await page.goto('/catalogue?order=name')
  await expect(counted(page)).toHaveText('171 entities')
  const list = page.getByRole('region', { name: 'Rows' })
  await expect(page.locator('table')).toHaveAttribute('aria-rowcount', '172')
  await expect(async () => {
    await list.evaluate((element) => element.scrollTo(0, element.scrollHeight))
    await expect(page.getByText(/to 171 of 171$/)).toBeVisible({ timeout: 500 })
  }).toPass()
  await expect(rows(page).last()).toHaveAttribute('aria-rowindex', '172')
  expect(await rows(page).count()).toBeLessThan(80)
})

test('filters that find nothing say which one to drop, and what that gives', async ({ page }) => {
  await page.goto('/catalogue?kinds=domain&owners=')
  await expect(page.getByRole('heading', { name: 'Nothing fits all of these filters' })).toBeVisible()
  const drop = page.getByRole('listitem').filter({ hasText: 'Drop owner “nobody” gives 5 entities' })
  await drop.getByRole('button').click()
  await expect(page).toHaveURL('/catalogue?kinds=domain')
  await expect(counted(page)).toHaveText('5 domains of 171 entities')
})

test('at 390 px the filters come up as a sheet', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/catalogue')
  await page.getByRole('button', { name: 'Filters' }).click()
  const sheet = page.getByRole('dialog', { name: 'Filters' })
  await sheet.getByRole('checkbox', { name: /^API/ }).check()
  await sheet.getByRole('combobox', { name: 'Order' }).selectOption('name')
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL('/catalogue?kinds=api&order=name')
  await expect(counted(page)).toHaveText('20 APIs of 171 entities')
})

test('Back from an entity leads to the same place in the list', async ({ page }) => {
  await page.goto('/catalogue?order=name')
  const list = page.getByRole('region', { name: 'Rows' })
  await expect(rows(page).first()).toBeVisible()
  await list.evaluate((element) => element.scrollTo(0, 1500))
  await names(page).nth(30).click()
  await expect(page).toHaveURL(/\/entities\//)
  await page.goBack()
  await expect(rows(page).first()).toBeVisible()
  await expect.poll(() => list.evaluate((element) => element.scrollTop)).toBeGreaterThan(1000)
})
