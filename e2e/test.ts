import { test as base, expect } from '@playwright/test'

/** A test whose page must not say anything wrong on the console: that is also how a broken content policy shows. */
export const test = base.extend<{
  /** What the console may say all the same, in tests that break something on purpose. */
  expectedOnConsole: RegExp | undefined
}>({
  expectedOnConsole: [undefined, { option: true }],
  page: async ({ page, expectedOnConsole }, use) => {
    const said: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') said.push(message.text())
    })
    page.on('pageerror', (error) => said.push(String(error)))
    await use(page)
    expect(said.filter((text) => !expectedOnConsole?.test(text))).toEqual([])
  },
})

export { expect } from '@playwright/test'
