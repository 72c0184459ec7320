import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/**
 * Where the embedded store lies: as `told` (ALIDADE_DATA, relative to the caller's folder), else `.alidade` beside the
 * nearest `alidade.yaml` at or above the caller's folder, else in the root of the workspace, else in the caller's folder.
 */
export function dataFolder(told: string | undefined, callerFolder: string): string {
  if (told) return resolve(callerFolder, told)
  const home =
    nearestWith('alidade.yaml', callerFolder) ??
    nearestWith('pnpm-workspace.yaml', callerFolder) ??
    callerFolder
  return join(home, '.alidade')
}

/** The nearest folder that holds `file`, from `folder` upwards. */
function nearestWith(file: string, folder: string): string | undefined {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (existsSync(join(at, file))) return at
    if (dirname(at) === at) return undefined
  }
}
