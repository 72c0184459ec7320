import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { areLeftOut, imported, realFile, realText } from './real-files.ts'

const composeFile = z.object({ services: z.record(z.string(), z.unknown()) })

/** The samples as they lie there: folder, file, names of services. */
function samples() {
  return readdirSync(realFile('compose'), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.ya?ml$/.test(path))
    .sort()
    .map((path) => {
      const { services } = composeFile.parse(parse(realText('compose', path)))
      return { path, project: path.split('/')[0], services: Object.keys(services) }
    })
}

describe.skipIf(areLeftOut)('samples of Compose files', () => {
  it('are all read, or reported with file and line', async () => {
    const { store, report } = await imported('compose')
    const read = (await store.readingHeads(['compose/compose'])).map(({ file }) => file)
    const reported = report.problems.map(({ file, line }) => (line > 0 ? file : ''))
    expect([...new Set([...read, ...reported])].sort()).toEqual(samples().map(({ path }) => path))
    expect(report.problems).toEqual([])
  })

  it('are a project each, so that one name in two of them is two things', async () => {
    const { entities } = await imported('compose')
    const found = entities.filter(({ kind }) => kind === 'Service' || kind === 'Resource')
    expect(found.map(({ ref }) => ref.replace(/^[a-z]+:/, '')).sort()).toEqual(
      samples()
        .flatMap(({ project, services }) => services.map((service) => `${project}/${service}`))
        .sort(),
    )
    expect(found.filter(({ name }) => name === 'redis').map(({ ref }) => ref)).toEqual([
      'resource:nextcloud-redis-mariadb/redis',
      'resource:nginx-nodejs-redis/redis',
    ])
    expect(entities.filter(({ unresolved }) => unresolved)).toEqual([])
  })
})
