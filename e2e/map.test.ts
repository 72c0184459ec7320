import type { Page } from '@playwright/test'
import { expect, test } from './test.ts'

const map = (page: Page, name = 'order-api') =>
  page.getByRole('region', { name: `${name} with its callers and callees` })
const node = (page: Page, name: string) => map(page).getByRole('button', { name: new RegExp(`^${name} ?, `) })
const leftOf = async (page: Page, name: string) => Number((await node(page, name).boundingBox())?.x)

test('callers are left, callees right, and what does not fit is counted', async ({ page }) => {
  await page.goto('/map?ref=service:default/order-api')
  await expect(node(page, 'order-api')).toBeVisible()
  expect(await leftOf(page, 'checkout')).toBeLessThan(await leftOf(page, 'order-api'))
  expect(await leftOf(page, 'identity')).toBeGreaterThan(await leftOf(page, 'order-api'))
  await map(page).getByRole('button', { name: '3 more consumers show' }).click()
  await expect(page).toHaveURL('/map?ref=service:default/order-api&rows=15')
  await expect(map(page).getByRole('button', { name: /more consumers/ })).toHaveCount(0)
})

test('an edge says why it is there, by keyboard too', async ({ page }) => {
  await page.goto('/map?ref=service:default/order-api')
  const edge = map(page).getByRole('button', { name: /^why\? checkout depends on order-api/ })
  await edge.focus()
  await page.keyboard.press('Enter')
  const why = page.getByRole('complementary', { name: 'Why this edge?' })
  await expect(why).toContainText('services/checkout/catalog-info.yaml:20')
  await expect(why).toContainText('ORDER_API_URL')
  await page.keyboard.press('Escape')
  await expect(edge).toBeFocused()
})

test('what is further out is opened in place, and Back closes it', async ({ page }) => {
  await page.goto('/map?ref=service:default/payment')
  const open = map(page, 'payment')
    .getByRole('button', { name: /^Open .*: adds \d+$/ })
    .first()
  const [, name = '', more = ''] =
    /^Open (.*): adds (\d+)$/.exec((await open.getAttribute('aria-label')) ?? '') ?? []
  const shown = page.getByRole('status').filter({ hasText: / shown/ })
  const before = Number.parseInt((await shown.textContent()) ?? '', 10)
  await open.click()
  await expect(shown).toHaveText(new RegExp(`^${before + Number(more)} shown`))
  await expect(page).toHaveURL(new RegExp(`open=.*${name}`))
  await page.goBack()
  await expect(shown).toHaveText(new RegExp(`^${before} shown`))
})

test('depth, direction and folding are in the address', async ({ page }) => {
  await page.goto('/map?ref=service:default/order-api')
  await page.getByRole('radiogroup', { name: 'Depth' }).getByText('2').click()
  await page.getByRole('radiogroup', { name: 'Direction' }).getByText('Callers').click()
  await page.getByRole('radiogroup', { name: 'Fold by' }).getByText('Team').click()
  await expect(page).toHaveURL('/map?ref=service:default/order-api&depth=2&direction=in&groupBy=team')
  await expect(
    map(page)
      .getByRole('button', { name: /, team, \d+ inside$/ })
      .first(),
  ).toBeVisible()
  await page.reload()
  await expect(
    map(page)
      .getByRole('button', { name: /, team, \d+ inside$/ })
      .first(),
  ).toBeVisible()
})

test('the list has the edges of the map', async ({ page }) => {
  await page.goto('/map?ref=service:default/payment')
  await expect(node(page, 'x')).toHaveCount(0)
  const edges = map(page, 'payment').getByRole('button', { name: /^why\?/ })
  await expect(edges.first()).toBeVisible()
  await page.getByRole('button', { name: 'show', exact: true }).last().click()
  await expect(page).toHaveURL('/map?ref=service:default/payment&between=shown')
  const onMap = await edges.count()
  await page.getByRole('radiogroup', { name: 'As' }).getByText('List').click()
  await expect(page.getByRole('button', { name: /^why\?/ })).toHaveCount(onMap)
})

test('a node leads to its own map and to its page', async ({ page }) => {
  await page.goto('/map?ref=service:default/order-api')
  await node(page, 'identity').click()
  const panel = page.getByRole('complementary', { name: 'identity' })
  await panel.getByRole('link', { name: 'Map of it' }).click()
  await expect(map(page, 'identity')).toBeVisible()
  await page.goBack()
  await expect(panel).toBeVisible()
  await panel.getByRole('link', { name: 'Open its page' }).click()
  await expect(page).toHaveURL('/entities/service:default%2Fidentity')
})

test('without anything to show it asks for it, and finds it by name', async ({ page }) => {
  await page.goto('/map')
  await expect(page.getByRole('region', { name: 'Most depended upon' }).getByRole('listitem')).toHaveCount(10)
  await page.getByRole('searchbox', { name: 'What the map is of' }).fill('invntry')
  await page.getByRole('searchbox', { name: 'What the map is of' }).fill('paymnt')
  await page
    .getByRole('region', { name: 'Found' })
    .getByRole('link', { name: 'payment', exact: false })
    .first()
    .click()
  await expect(page).toHaveURL(/\/map\?ref=/)
})

test('a layout that does not come gives plain columns, and says so', async ({ page }) => {
  await page.route('**/layout.worker-*.js', () => {})
  await page.goto('/map?ref=service:default/order-api')
  await expect(map(page).getByRole('status')).toContainText('This is a plain layout')
  await expect(node(page, 'checkout')).toBeVisible()
})

test('the list loads nothing of the map', async ({ page }) => {
  const loaded: string[] = []
  page.on('request', (request) => loaded.push(request.url()))
  await page.goto('/map?ref=service:default/order-api&tab=list')
  await expect(page.getByRole('region', { name: 'Depends on order-api' })).toBeVisible()
  expect(loaded.filter((url) => /map-canvas|layout\.worker/.test(url))).toEqual([])
})

test('at 390 px there is the list, with the reasons', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/map?ref=service:default/order-api')
  await expect(page.getByText('A map needs more width than this.')).toBeVisible()
  await page.getByRole('button', { name: /^why\? checkout depends on order-api/ }).click()
  await expect(page.getByRole('complementary', { name: 'Why this edge?' })).toContainText(
    'catalog-info.yaml:20',
  )
})
