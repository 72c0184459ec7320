import { posix } from 'node:path'
import { folderOf, pathIn } from '../../files/paths.ts'
import { mainNames } from '../file-names.ts'
import type { ComposeFile } from './compose-file.ts'
import type { Library } from './library.ts'

/**
 * What the project is called that a file belongs to: its own `name:`, else that of the folder's main file, else
 * `COMPOSE_PROJECT_NAME` in the `.env`, else the folder. A file that one above includes belongs to that one's.
 * @param repository its name, whose last part is the name of its root
 */
export async function projectNameOf(
  file: ComposeFile,
  library: Library,
  repository: string,
): Promise<string> {
  const home = await library.home(file.path)
  const own = home === folderOf(file.path) ? usable(file.name?.value) : undefined
  if (own !== undefined) return own
  for (const name of mainNames) {
    const main = await library.composeFile(pathIn(home, name))
    const its = usable(main?.name?.value)
    if (its !== undefined) return its
  }
  const set = usable((await library.variablesIn(home)).get('COMPOSE_PROJECT_NAME'))
  const folder = posix.join(repository, home)
  return (
    set ?? (isDevContainer(folder) ? `${folderName(posix.dirname(folder))}_devcontainer` : folderName(folder))
  )
}

/** Every repository has one, and editors name it after the folder that it is in. @see https://containers.dev */
function isDevContainer(folder: string): boolean {
  return posix.basename(folder) === '.devcontainer'
}

/** A name that a ref can be made of; Compose refuses any other. */
function usable(name: string | undefined): string | undefined {
  return name !== undefined && name.length > 0 && name.length <= 500 ? name : undefined
}

/** As Compose makes a project's name of a folder's; one of which nothing would be left stays as it is. */
function folderName(folder: string): string {
  const name = posix.basename(folder)
  const kept = name
    .toLowerCase()
    .replace(/[^a-z0-9_-]/g, '')
    .replace(/^[_-]+/, '')
  return kept === '' ? name : kept
}
