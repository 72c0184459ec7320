import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

// A real server on a free port, with a store of its own in a new folder, which goes when the server does.
// `node serve-for-tests.ts empty` leaves the store empty; without the word the sample organisation is in it.
const cli = resolve(import.meta.dirname, '../apps/cli/src/main.ts')
const folder = mkdtempSync(join(tmpdir(), 'alidade-e2e-'))
const noSample = join(folder, 'no-sample')
mkdirSync(noSample)

const server = spawn(process.execPath, [cli, 'serve'], {
  stdio: ['ignore', 'inherit', 'inherit'],
  env: {
    PATH: process.env.PATH,
    ALIDADE_DATA: join(folder, 'data'),
    ALIDADE_PORT: '0',
    ...(process.argv[2] === 'empty' && { ALIDADE_SAMPLE: noSample }),
  },
})
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => server.kill(signal))
server.on('exit', (code) => {
  rmSync(folder, { recursive: true, force: true })
  process.exitCode = code ?? 1
})
