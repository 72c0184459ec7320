import { existsSync } from 'node:fs'

/** Where Debian's package puts it. */
const chromium = '/usr/bin/chromium'

/** The machine's own browser; where there is none, Playwright says how to get one, and the tests fail. */
export const launchOptions = {
  args: ['--no-sandbox'],
  ...(existsSync(chromium) && { executablePath: chromium }),
}
