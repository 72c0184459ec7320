import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { resolve } from 'node:path'
import { build } from 'rolldown'
import { packageJson } from './package-json.ts'

const root = resolve(import.meta.dirname, '../..')
const dist = resolve(import.meta.dirname, '../dist')

/**
 * Writes `dist/`: server and command line as JavaScript without dependencies, the built web client and the sample
 * organisation beside them. It is what the image and the tarball hold, since Node runs no TypeScript in `node_modules`.
 */
export async function bundle(): Promise<string> {
  rmSync(dist, { recursive: true, force: true })
  mkdirSync(dist, { recursive: true })
  await build({
    cwd: root,
    input: { alidade: 'apps/cli/src/main.ts', 'write-thread': 'graph/src/sqlite/write-thread.ts' },
    platform: 'node',
    external: [...builtinModules, /^node:/],
    // One copy of graphql for all: its CommonJS build, as Node takes it from the checkout.
    resolve: { mainFields: ['main', 'module'] },
    output: {
      dir: dist,
      format: 'esm',
      entryFileNames: '[name].js',
      chunkFileNames: '[name].js',
    },
    onLog(level, log, report) {
      // What is not in the bundle is not there at all where it runs.
      if (log.code === 'UNRESOLVED_IMPORT') throw new Error(log.message)
      if (level === 'warn') report(level, log)
    },
  })
  cpSync(resolve(root, 'apps/web/dist'), resolve(dist, 'web'), { recursive: true })
  cpSync(resolve(root, 'graph/sample'), resolve(dist, 'sample'), { recursive: true })
  for (const file of ['LICENSE', 'README.md']) cpSync(resolve(root, file), resolve(dist, file))
  writeFileSync(resolve(dist, 'package.json'), `${JSON.stringify(packageJson(), undefined, 2)}\n`)
  return dist
}

if (import.meta.main) await bundle()
