import { expect, test } from './test.ts'

test('sources that disagree stand side by side, the trusted first', async ({ page }) => {
  await page.goto('/entities/service:default%2Feta')
  const sources = page.getByRole('region', { name: 'What each source says' })
  const lifecycle = sources.getByRole('row', { name: /^lifecycle/ })
  await expect(lifecycle).toContainText('deprecated')
  await expect(lifecycle).toContainText('production')
  await expect(lifecycle).toContainText('sources differ')
  await expect(sources).toContainText('org/legacy-catalog.yaml:')
})

test('what nothing describes says so, with every place that names it', async ({ page }) => {
  await page.goto('/catalogue?states=unresolved')
  await page.getByRole('link', { name: 'unresolved service tax-rates' }).click()
  await expect(page.getByRole('heading', { name: 'Nothing describes it yet' })).toBeVisible()
  await expect(page.getByText('deploy/shop/compose.yaml:32')).toBeVisible()
})

test('a list is shown in full on demand, and its address keeps that', async ({ page }) => {
  await page.goto('/entities/service:default%2Forder-api')
  const callers = page.getByRole('region', { name: 'Consumed by' })
  await expect(callers.locator('tbody tr')).toHaveCount(10)
  await expect(callers).toContainText('6 more')
  await callers.getByRole('button', { name: 'show' }).click()
  await expect(callers.locator('tbody tr')).toHaveCount(16)
  await expect(page).toHaveURL('/entities/service:default%2Forder-api?all=callers')
  await page.reload()
  await expect(callers.locator('tbody tr')).toHaveCount(16)
})

test('an alias answers for what it stands for', async ({ page }) => {
  await page.goto('/entities/service:logistics%2Feta')
  await expect(page.getByRole('heading', { name: 'eta' })).toBeVisible()
})

test('a team has who depends on it, what it depends on, what it owns and who is in it', async ({ page }) => {
  await page.goto('/entities/team:default%2Fcheckout')
  for (const name of ['Depends on us', 'We depend on', 'Owns', 'Members']) {
    await expect(page.getByRole('region', { name, exact: true })).toBeVisible()
  }
})

test('a ref that nothing has is said to be so, with where to look', async ({ page }) => {
  await page.goto('/entities/service:default%2Fnobody')
  await expect(
    page.getByRole('heading', { name: 'Nothing has the ref service:default/nobody' }),
  ).toBeVisible()
  await page.getByRole('link', { name: 'Look for “nobody” in the catalogue' }).click()
  await expect(page).toHaveURL('/catalogue?text=nobody')
})

test('a name without its kind leads to the one thing that has it, and else to what is like it', async ({
  page,
}) => {
  await page.goto('/entities/order-api')
  await expect(page).toHaveURL('/entities/service:default%2Forder-api')
  await expect(page.getByRole('heading', { level: 1, name: 'order-api' })).toBeVisible()
  await page.goto('/map?ref=order-api')
  await expect(page).toHaveURL('/map?ref=service:default/order-api')
  await page.goto('/entities/ordr-api')
  await expect(page.getByRole('heading', { level: 1, name: 'Nothing has the ref ordr-api' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'service:default/order-api' })).toBeVisible()
})
