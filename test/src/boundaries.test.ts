import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const biome = resolve(root, 'node_modules/.bin/biome')

/** What the linter says of each of some files that hold nothing but one import, in a tree with our settings. */
function lint(files: readonly (readonly [file: string, module: string])[]): string[] {
  const tree = mkdtempSync(join(tmpdir(), 'alidade-boundaries-'))
  try {
    copyFileSync(resolve(root, 'biome.json'), join(tree, 'biome.json'))
    return files.map(([file, module]) => {
      mkdirSync(join(tree, dirname(file)), { recursive: true })
      writeFileSync(join(tree, file), `import { it } from '${module}'\n\nconsole.log(it)\n`)
      const { stdout, stderr } = spawnSync(biome, ['lint', '--colors=off', file], {
        cwd: tree,
        encoding: 'utf8',
      })
      return stdout + stderr
    })
  } finally {
    rmSync(tree, { recursive: true })
  }
}

const forbidden = [
  ['packages/model/src/x.ts', '@alidade/analysis', 'model depends on nothing'],
  ['packages/model/src/x.ts', '../../graph/src/index.ts', 'model depends on nothing'],
  ['packages/importers/src/x.ts', '@alidade/resolution', 'importers know only model'],
  ['packages/importers/src/compose/x.ts', '../../../model/src/ref.ts', 'importers know only model'],
  ['packages/resolution/src/x.ts', '@alidade/graph', 'resolution knows only model'],
  ['packages/analysis/src/x.ts', '@alidade/graph', 'analysis knows only model'],
  ['graph/src/sqlite/x.ts', '@alidade/analysis', 'graph knows only model'],
  ['graph/src/sqlite/x.ts', '@alidade/model/src/ref.ts', 'graph knows only model'],
  ['apps/server/src/x.ts', '@alidade/cli', 'server knows the packages and graph'],
  ['apps/server/src/x.ts', '../../../graph/src/sqlite/open.ts', 'server knows the packages and graph'],
  ['apps/cli/src/x.ts', '@alidade/graph', 'cli knows model and server'],
  ['apps/web/src/x.ts', '@alidade/model', 'web knows only schema.graphql'],
  ['apps/web/src/x.ts', '../../server/src/index.ts', 'web knows only schema.graphql'],
] as const

const allowed = [
  ['packages/importers/src/x.ts', '@alidade/model'],
  ['graph/src/sqlite/x.ts', '../rows.ts'],
  ['apps/server/src/x.ts', '@alidade/analysis'],
  ['apps/cli/src/x.ts', '@alidade/server'],
] as const

describe('imports point one way', () => {
  const said = lint([...forbidden, ...allowed].map(([file, module]) => [file, module]))

  it.each(forbidden.map((one, n) => [...one, said[n] ?? ''] as const))(
    '%s may not import %s',
    (_, __, why, says) => {
      expect(says).toContain('noRestrictedImports')
      expect(says).toContain(why)
    },
  )

  it.each(allowed.map((one, n) => [...one, said[forbidden.length + n]] as const))(
    '%s may import %s',
    (_, __, says) => {
      expect(says).toContain('Checked 1 file')
      expect(says).not.toContain('noRestrictedImports')
    },
  )
})
