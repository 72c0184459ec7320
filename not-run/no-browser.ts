import { existsSync } from 'node:fs'

/** Where Debian's package puts it. */
const chromium = '/usr/bin/chromium'

export function noBrowser(): readonly string[] {
  return existsSync(chromium)
    ? []
    : [`the tests in a browser: there is no ${chromium} (on Debian and Ubuntu: apt-get install chromium)`]
}
