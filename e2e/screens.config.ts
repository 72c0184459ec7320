import { defineConfig } from '@playwright/test'
import { launchOptions } from './browser.ts'
import { servers } from './servers.ts'

/** Pictures of every page, to look at: `pnpm screens` puts them into results/screens. */
export default defineConfig({
  testMatch: 'screens.ts',
  outputDir: 'results/screens-run',
  fullyParallel: true,
  workers: 2,
  reporter: 'list',
  use: {
    baseURL: process.env.ALIDADE_ADDRESS,
    launchOptions,
    contextOptions: { reducedMotion: 'reduce' },
  },
  webServer: servers,
})
