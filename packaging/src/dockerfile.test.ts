import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readDockerfile, stagesOf } from './dockerfile.ts'

const root = resolve(import.meta.dirname, '../..')
const instructions = readDockerfile(readFileSync(resolve(root, 'Dockerfile'), 'utf8'))
const [build = [], image = []] = stagesOf(instructions)
const valueIn = (stage: typeof build, name: string) => stage.find((one) => one.name === name)?.value ?? ''

describe('the Dockerfile', () => {
  it('uses only instructions that there are', () => {
    const known = 'FROM WORKDIR COPY RUN ENV USER VOLUME EXPOSE HEALTHCHECK ENTRYPOINT CMD'.split(' ')
    expect(instructions.filter(({ name }) => !known.includes(name))).toEqual([])
    expect(stagesOf(instructions)).toHaveLength(2)
  })

  it('builds and runs on the Node that the workspace pins', () => {
    const pinned = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')).devDependencies.node
    expect(valueIn(build, 'FROM')).toBe(`node:${pinned}-slim AS build`)
    expect(valueIn(image, 'FROM')).toBe(`node:${pinned}-slim`)
  })

  it('takes only the bundle into the image', () => {
    expect(image.filter(({ name }) => name === 'COPY').map(({ value }) => value)).toEqual([
      '--from=build /src/packaging/dist .',
    ])
  })

  it('runs as nobody special, keeps its data in a volume that this user may write, and says how it is', () => {
    const order = image.map(({ name }) => name)
    expect(valueIn(image, 'USER')).toBe('node')
    expect(valueIn(image, 'VOLUME')).toBe('/data')
    expect(valueIn(image, 'ENV')).toContain('ALIDADE_DATA=/data')
    expect(valueIn(image, 'RUN')).toContain('chown node:node /data')
    expect(order.indexOf('RUN')).toBeLessThan(order.indexOf('USER'))
    expect(valueIn(image, 'HEALTHCHECK')).toContain('/healthz')
  })

  it('starts the server in the form that passes signals on', () => {
    expect(JSON.parse(valueIn(image, 'ENTRYPOINT'))).toEqual(['node', 'alidade.js'])
    expect(JSON.parse(valueIn(image, 'CMD'))).toEqual(['serve'])
  })

  it('holds no secret', () => {
    expect(valueIn(image, 'ENV')).not.toMatch(/TOKEN|PASSWORD/)
  })

  it('is given no more than it needs', () => {
    const ignored = readFileSync(resolve(root, '.dockerignore'), 'utf8').split('\n')
    expect(ignored).toEqual(expect.arrayContaining(['.git', '**/node_modules', '**/.alidade', '**/.env']))
  })
})
