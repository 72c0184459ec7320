import type { Page, Route } from '@playwright/test'
import { expectAccessible } from './expect-accessible.ts'
import { expect, test } from './test.ts'

test.describe('an empty store', () => {
  test.use({ baseURL: process.env.ALIDADE_EMPTY_ADDRESS })

  for (const path of ['/', '/catalogue', '/map', '/entities/service:default%2Forder-api']) {
    test(`${path} says how it is filled`, async ({ page }) => {
      await page.goto(path)
      await expect(page.getByRole('heading', { name: 'No graph yet' })).toBeVisible()
      await expect(page.getByText('alidade import')).toBeVisible()
      await expectAccessible(page)
    })
  }

  test('places that need no graph stand', async ({ page }) => {
    await page.goto('/ask')
    await expect(page.getByText('/graphql').first()).toBeVisible()
  })
})

test.describe('something fails', () => {
  test.use({ expectedOnConsole: /Failed to load resource|ERR_FAILED|ERR_INTERNET_DISCONNECTED/ })

  test('one part of a page says so, the rest stands, and trying again brings it', async ({ page }) => {
    await breakOperation(page, 'Sources')
    await page.goto('/')
    const alert = page.getByRole('alert')
    await expect(alert).toContainText('The sources could not be shown: the server was not reached')
    await expect(page.getByRole('region', { name: 'Most depended upon' }).getByRole('row')).toHaveCount(11)
    await expectAccessible(page)
    await page.unrouteAll()
    await alert.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByRole('region', { name: 'Sources' })).toContainText('sample/backstage')
  })

  test('a page whose question fails says why, and what to do', async ({ page }) => {
    await breakOperation(page, 'Catalogue')
    await page.goto('/catalogue')
    await expect(page.getByRole('alert')).toContainText(
      'The list could not be shown: the server was not reached',
    )
    await expectAccessible(page)
  })

  test('a list whose next page does not come says so, and goes on when asked', async ({ page }) => {
    await page.route('**/graphql', (route) => {
      const asked = JSON.stringify(route.request().postDataJSON())
      return /"operationName":"Catalogue"/.test(asked) && /"after":"/.test(asked)
        ? route.abort()
        : route.fallback()
    })
    await page.goto('/catalogue?order=name')
    await expect(page.locator('tbody tr[aria-rowindex]').first()).toBeVisible()
    await page.getByRole('region', { name: 'Rows' }).evaluate((list) => list.scrollTo(0, list.scrollHeight))
    const alert = page.getByRole('alert')
    await expect(alert).toContainText('The next rows did not come.')
    await page.unrouteAll()
    await alert.getByRole('button', { name: 'Try again' }).click()
    await expect(alert).toBeHidden()
  })

  test('without a network what is there stays, and it is said', async ({ page, context }) => {
    await page.goto('/catalogue')
    await expect(page.getByRole('link', { name: 'service order-api' })).toBeVisible()
    await context.setOffline(true)
    await expect(page.getByRole('status').filter({ hasText: 'You are offline.' })).toBeVisible()
    await expect(page.getByRole('link', { name: 'service order-api' })).toBeVisible()
    await expectAccessible(page)
    await context.setOffline(false)
    await expect(page.getByText('You are offline.')).toBeHidden()
  })
})

test('an import shows on a page that is open, within seconds', async ({ page }) => {
  await page.goto('/catalogue')
  await expect(page.getByRole('link', { name: 'service order-api' })).toBeVisible()
  const asked: string[] = []
  await onOperation(page, 'Catalogue', (route) => {
    asked.push('Catalogue')
    return route.continue()
  })
  await onOperation(page, 'Revision', (route) =>
    route.fulfill({ json: { data: { graph: { __typename: 'Graph', revision: 1_000_000 } } } }),
  )
  await expect.poll(() => asked, { timeout: 10_000 }).toContain('Catalogue')
})

test('a slow answer has its place kept by a skeleton', async ({ page }) => {
  const { promise: answered, resolve: answer } = Promise.withResolvers<void>()
  await onOperation(page, 'Catalogue', async (route) => {
    await answered
    await route.continue()
  })
  await page.goto('/catalogue')
  await expect(page.getByRole('status', { name: 'Loading the list' })).toBeVisible()
  answer()
  await expect(page.getByRole('link', { name: 'service order-api' })).toBeVisible()
})

/** The connection breaks for this one question; the server and all others are as they are. */
function breakOperation(page: Page, name: string): Promise<void> {
  return onOperation(page, name, (route) => route.abort())
}

async function onOperation(page: Page, name: string, meet: (route: Route) => Promise<void>): Promise<void> {
  await page.route('**/graphql', (route) => {
    const asked: unknown = route.request().postDataJSON()
    return JSON.stringify(asked).includes(`"operationName":"${name}"`) ? meet(route) : route.fallback()
  })
}

test('an address that is no UTF-8 is a page that there is not', async ({ page }) => {
  await page.goto('/entities/%E0%A4')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('navigation').first()).toBeVisible()
})
