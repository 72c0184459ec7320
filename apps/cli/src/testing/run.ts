import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, onTestFinished, vi } from 'vitest'

const main = join(import.meta.dirname, '../main.ts')

// Each test starts several processes, which takes long on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const running = new Set<ChildProcess>()
afterEach(() => {
  for (const child of running) child.kill('SIGKILL')
})

export interface Surroundings {
  readonly env?: Readonly<Record<string, string>>
  readonly cwd?: string
  readonly input?: string
}

export interface Finished {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Starts `alidade` as a process of its own, with nothing of this one's environment. */
export function start(
  args: readonly string[],
  { env = {}, cwd = tmpdir(), input = '' }: Surroundings = {},
): ChildProcess {
  const child = spawn(process.execPath, [main, ...args], { cwd, env })
  running.add(child)
  child.on('exit', () => running.delete(child))
  child.stdin.on('error', () => undefined)
  child.stdin.end(input)
  return child
}

/** Runs `alidade` to its end. */
export async function alidade(args: readonly string[], surroundings: Surroundings = {}): Promise<Finished> {
  const child = start(args, surroundings)
  const [out, err, [code]] = await Promise.all([
    child.stdout ? text(child.stdout) : '',
    child.stderr ? text(child.stderr) : '',
    once(child, 'close'),
  ])
  return { code, out, err }
}

export interface Serving {
  readonly url: string
  /** All it has said so far. */
  said(): string
  /** Asks it to stop, and gives its exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>
}

/** Starts `alidade serve` on a free port, and waits until it says where it is. */
export async function serving(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<Serving> {
  const child = start(['serve', ...args], { env: { ALIDADE_PORT: '0', ...env } })
  let said = ''
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  child.stderr?.setEncoding('utf8').on('data', (piece: string) => {
    said += piece
    const [, url] = /Alidade is at (\S+) [^\n]*\n/.exec(said) ?? []
    if (url) resolve(url)
  })
  child.on('exit', () => reject(new Error(`alidade serve ended: ${said}`)))
  return {
    url: await promise,
    said: () => said,
    async stop(signal = 'SIGTERM') {
      const ended = once(child, 'exit')
      child.kill(signal)
      return (await ended)[0]
    },
  }
}

/** A folder with these files, that is gone when the test, or the file of tests, is over. */
export function folderOf(
  files: Readonly<Record<string, string>>,
  whenOver: (clean: () => void) => void = onTestFinished,
): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'alidade-')))
  whenOver(() => rmSync(folder, { recursive: true, force: true }))
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return folder
}

/** Three services in a row, of two teams, and something that nobody owns; as Backstage describes them. */
export const shop: Readonly<Record<string, string>> = {
  'catalog.yaml': [
    group('carts'),
    group('payments'),
    component('web', 'owner: carts', 'component:cart'),
    component('cart', 'owner: carts', 'component:payment'),
    component('payment', 'owner: payments'),
    component('report', '', 'component:cart'),
  ].join('---\n'),
}

function group(name: string): string {
  return `apiVersion: backstage.io/v1alpha1\nkind: Group\nmetadata: {name: ${name}}\nspec: {type: team, children: []}\n`
}

export function component(name: string, owner: string, ...dependsOn: readonly string[]): string {
  return `apiVersion: backstage.io/v1alpha1
kind: Component
metadata: {name: ${name}}
spec:
  type: service
  lifecycle: production
  dependsOn: [${dependsOn.join(', ')}]
  ${owner}
`
}
