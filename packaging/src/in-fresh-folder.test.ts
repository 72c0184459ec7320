import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readDockerfile, stagesOf } from './dockerfile.ts'
import { environment } from './environment.ts'

const root = resolve(import.meta.dirname, '../..')
const fresh = mkdtempSync(join(tmpdir(), 'alidade-fresh-'))
const [source, image, installed] = ['src', 'image', 'installed'].map((name) => join(fresh, name)) as [
  string,
  string,
  string,
]
const [buildSteps = [], imageSteps = []] = stagesOf(
  readDockerfile(readFileSync(resolve(root, 'Dockerfile'), 'utf8')),
)
const step = (name: string) => imageSteps.find((one) => one.name === name)?.value ?? ''
const token = 'a-token-of-a-test-0123456789'
const started: ChildProcess[] = []

/** Starts a server, and gives the address that it prints. */
async function start(
  program: string,
  args: readonly string[],
  cwd: string,
  own: Readonly<Record<string, string>>,
) {
  const server = spawn(program, args, { cwd, env: environment(own), stdio: ['ignore', 'ignore', 'pipe'] })
  started.push(server)
  const said: string[] = []
  for await (const line of createInterface({ input: server.stderr })) {
    said.push(line)
    const [, url] = /Alidade is at (\S+)/.exec(line) ?? []
    if (url) return { server, url, said }
  }
  throw new Error(`it did not start:\n${said.join('\n')}`)
}

beforeAll(() => {
  // What `COPY . .` takes: the files of the repository.
  const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
  })
  // A file that was deleted and not yet committed so is listed, and not there.
  for (const file of files
    .toString()
    .split('\0')
    .filter((name) => name && existsSync(join(root, name)))) {
    mkdirSync(dirname(join(source, file)), { recursive: true })
    cpSync(join(root, file), join(source, file))
  }
  for (const { value } of buildSteps.filter(({ name }) => name === 'RUN')) {
    execFileSync('sh', ['-c', value], { cwd: source, env: environment(), stdio: 'pipe' })
  }
  cpSync(join(source, 'packaging/dist'), image, { recursive: true })
  rmSync(source, { recursive: true })
}, 600_000)

afterAll(() => {
  for (const server of started) server.kill('SIGKILL')
  rmSync(fresh, { recursive: true, force: true })
})

describe('what the Dockerfile builds', () => {
  it('starts as the image does, is healthy by its own check, and asks for a token', async () => {
    const [program = '', ...args] = [
      ...JSON.parse(step('ENTRYPOINT')),
      ...JSON.parse(step('CMD')),
    ] as string[]
    const { server, url, said } = await start(program, args, image, {
      ...Object.fromEntries(
        step('ENV')
          .split(' ')
          .map((pair) => pair.split('=') as [string, string]),
      ),
      ALIDADE_DATA: join(fresh, 'data'),
      ALIDADE_PORT: '0',
      ALIDADE_TOKENS: `test:read:${token}`,
    })
    const { port } = new URL(url)
    const [check = '', ...checkArgs] = JSON.parse(step('HEALTHCHECK').replace(/^.*CMD /, '')) as string[]
    const onPort = checkArgs.map((arg) => arg.replace('4000', port))
    expect(() => execFileSync(check, onPort, { env: environment() })).not.toThrow()
    expect(said.join('\n')).not.toContain(token)

    const ask = (headers: Record<string, string>) =>
      fetch(`http://127.0.0.1:${port}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query: '{ graph { sample entityCount } }' }),
      })
    expect((await ask({})).status).toBe(401)
    const answer = await (await ask({ authorization: `Bearer ${token}` })).json()
    expect(answer.data.graph.sample).toBe(true)
    expect(answer.data.graph.entityCount).toBeGreaterThan(100)

    // As a browser sends it, once it has asked for a password.
    const authorization = `Basic ${Buffer.from(`anyone:${token}`).toString('base64')}`
    const page = await fetch(`http://127.0.0.1:${port}/`, { headers: { accept: 'text/html', authorization } })
    expect(await page.text()).toContain('<div id="root">')

    server.kill('SIGTERM')
    const [code] = await once(server, 'exit')
    expect(code).toBe(0)
  }, 60_000)

  it('fails its health check where no server is', () => {
    const [check = '', ...checkArgs] = JSON.parse(step('HEALTHCHECK').replace(/^.*CMD /, '')) as string[]
    const nowhere = checkArgs.map((arg) => arg.replace('4000', '9'))
    expect(() => execFileSync(check, nowhere, { env: environment(), stdio: 'pipe' })).toThrow()
  })
})

describe('the packed tarball', () => {
  it('installs into an empty folder, without dependencies, and runs', async () => {
    mkdirSync(installed)
    const npm = (...args: string[]) =>
      execFileSync('npm', args, { cwd: installed, env: environment(), encoding: 'utf8' })
    const [tarball = ''] = npm('pack', image, '--silent').trim().split('\n')
    npm('init', '-y')
    npm('install', '--no-audit', '--no-fund', '--offline', join(installed, tarball))
    const command = join(installed, 'node_modules/.bin/alidade')
    const run = (...args: string[]) =>
      execFileSync(process.execPath, [command, ...args], {
        cwd: installed,
        env: environment(),
        encoding: 'utf8',
      })

    expect(run('--version').trim()).toBe(
      JSON.parse(readFileSync(join(image, 'package.json'), 'utf8')).version,
    )
    const { url, server } = await start(process.execPath, [command, 'serve'], installed, {
      ALIDADE_PORT: '0',
    })
    expect((await fetch(`${url}/readyz`)).status).toBe(200)
    server.kill('SIGTERM')
    await once(server, 'exit')
    expect(JSON.parse(run('export', '--format', 'json')).entities.length).toBeGreaterThan(100)
  }, 120_000)
})
