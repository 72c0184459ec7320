import type { PlaywrightTestConfig } from '@playwright/test'

type WebServer = Exclude<PlaywrightTestConfig['webServer'], undefined | readonly unknown[]>

const gracefulShutdown = { signal: 'SIGTERM', timeout: 5000 } as const

/** The real servers that the tests run against. What each says as it starts names its address for them. */
export const servers = [
  {
    name: 'sample',
    command: 'node serve-for-tests.ts',
    wait: { stderr: /Alidade is at (?<ALIDADE_ADDRESS>\S+)/ },
    gracefulShutdown,
  },
  {
    name: 'empty',
    command: 'node serve-for-tests.ts empty',
    wait: { stderr: /Alidade is at (?<ALIDADE_EMPTY_ADDRESS>\S+)/ },
    gracefulShutdown,
  },
] satisfies WebServer[]
