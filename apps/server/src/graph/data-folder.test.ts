import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { dataFolder } from './data-folder.ts'

function folders() {
  const root = mkdtempSync(join(tmpdir(), 'alidade-data-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  const caller = join(root, 'company/shop/services')
  mkdirSync(caller, { recursive: true })
  return { root, caller }
}

describe('the embedded store lies', () => {
  it('where ALIDADE_DATA says, from where the command was called', () => {
    const { caller } = folders()
    expect(dataFolder('../graph', caller)).toBe(join(caller, '../graph'))
  })

  it('beside the nearest alidade.yaml, else in the root of the workspace, else where the command was called', () => {
    const { root, caller } = folders()
    expect(dataFolder(undefined, caller)).toBe(join(caller, '.alidade'))
    writeFileSync(join(root, 'company/pnpm-workspace.yaml'), '')
    expect(dataFolder(undefined, caller)).toBe(join(root, 'company/.alidade'))
    writeFileSync(join(root, 'alidade.yaml'), '')
    expect(dataFolder(undefined, caller)).toBe(join(root, '.alidade'))
    writeFileSync(join(root, 'company/shop/alidade.yaml'), '')
    expect(dataFolder(undefined, caller)).toBe(join(root, 'company/shop/.alidade'))
  })
})
