import { folderOf, pathIn } from '../../files/paths.ts'
import { dotEnv } from '../interpolation/dot-env.ts'
import type { Variables } from '../interpolation/interpolate.ts'
import { readComposeFile } from './compose-file.ts'
import type { Included } from './includes.ts'

/** How a file is read for the sake of the one that includes it. */
export interface Inclusion {
  /** The file that includes it, from the repository's root. */
  readonly by: string
  /** The one that its paths are relative to, from the repository's root. */
  readonly folder: string
  /** The including file's, and after them those of its environment files. */
  readonly variables: Variables
}

/** An end to includes that never end, and enough for any project. */
const mostIncluded = 200

/** An `include` in YAML; a text without one is not parsed. */
export const includeKey = /^["']?include["']?[ \t]*:/m

interface Entry extends Inclusion {
  readonly path: string
  /** Whether it says itself how the file is read. */
  readonly says: boolean
}

/**
 * The files, by their path, that are read otherwise than by themselves: a `project_directory` or an `env_file` says so,
 * in the only `include` that names them or in that of the file that includes them. Looks at the files given and at all
 * that they include, at most 200.
 * @param textOf the text of a file; undefined where it has none or it can't be read
 * @param variablesIn what may be put into the files of a folder that nothing includes
 */
export async function inclusionsIn(
  files: readonly string[],
  textOf: (path: string) => Promise<string | undefined>,
  variablesIn: (folder: string) => Promise<Variables>,
): Promise<ReadonlyMap<string, Inclusion>> {
  const byIncluder = new Map<string, readonly Entry[]>()
  const envOf = async (paths: readonly string[], outer: Variables) =>
    dotEnv(await Promise.all(paths.map(async (path) => ({ path, text: await textOf(path) }))), outer, [])

  const entriesOf = async (by: string, folder: string, variables: () => Promise<Variables>) => {
    const text = await textOf(by)
    if (text === undefined || !includeKey.test(text)) return []
    const own = await variables()
    const entries: Entry[] = []
    for (const included of readComposeFile(by, text, own, [], folder).includes) {
      if (included.path === by) continue
      entries.push({
        path: included.path,
        by,
        folder: included.directory.value,
        variables: await envOf(envPathsOf(included), own),
        says: saysHow(included),
      })
    }
    return entries
  }

  const alone = new Map<string, readonly Entry[]>()
  for (const path of files) {
    const folder = folderOf(path)
    alone.set(path, await entriesOf(path, folder, () => variablesIn(folder)))
  }
  // From the top, so that what is included is read with the folder and the variables that it is given there.
  const named = new Set([...alone.values()].flat().map(({ path }) => path))
  const seen = new Set<string>()
  for (const root of [...files].sort((a, b) => Number(named.has(a)) - Number(named.has(b)))) {
    if (seen.has(root)) continue
    const queue = [...(alone.get(root) ?? [])]
    byIncluder.set(root, alone.get(root) ?? [])
    for (let next = queue.shift(); next && seen.size < mostIncluded; next = queue.shift()) {
      const { path, folder, variables } = next
      if (seen.has(path)) continue
      seen.add(path)
      const entries = await entriesOf(path, folder, async () => variables)
      byIncluder.set(path, entries)
      queue.push(...entries)
    }
  }
  return chosen([...byIncluder.values()].flat())
}

function envPathsOf({ directory, envFiles }: Included): readonly string[] {
  return envFiles?.map(({ value }) => value) ?? [pathIn(directory.value, '.env')]
}

function saysHow({ path, directory, envFiles }: Included): boolean {
  return envFiles !== undefined || directory.value !== folderOf(path)
}

/** A file that several name, or none, is read by itself. */
function chosen(entries: readonly Entry[]): ReadonlyMap<string, Inclusion> {
  const byPath = Map.groupBy(entries, ({ path }) => path)
  const found = new Map<string, Inclusion>()
  for (const [path, [only, ...more]] of byPath) {
    if (!only || more.length > 0) continue
    const above = new Set([path])
    for (let at: Entry | undefined = only; at && !above.has(at.by); ) {
      if (at.says) {
        found.set(path, only)
        break
      }
      above.add(at.by)
      const itsOwn: readonly Entry[] = byPath.get(at.by) ?? []
      at = itsOwn.length === 1 ? itsOwn[0] : undefined
    }
  }
  return found
}
