import { folderOf } from '../../files/paths.ts'
import { inOrderOfUse } from '../file-names.ts'
import type { ComposeFile } from './compose-file.ts'
import type { Library } from './library.ts'
import { projectNameOf } from './project-name.ts'

/** The files whose services may be called by their name in a project. */
export interface Members {
  /** The project's own, in the order of their use. */
  readonly own: readonly ComposeFile[]
  /** Those of other projects that it includes, with the name of each one's project. */
  readonly included: readonly { readonly file: ComposeFile; readonly project: string }[]
  /** Whether there are more files than are looked at. */
  readonly areCut: boolean
}

/** Enough for any project, and an end to those that never end. */
export const mostFiles = 200

/** Looks for them in the project's folder and behind every `include`; at most `mostFiles`. */
export async function membersOf(
  file: ComposeFile,
  project: string,
  library: Library,
  repository: string,
): Promise<Members> {
  const home = await library.home(file.path)
  const own: ComposeFile[] = []
  const included: { file: ComposeFile; project: string }[] = []
  const seen = new Set<string>()
  const queue: { path: string; isIncluded: boolean }[] = []
  let areCut = false
  const add = (path: string, isIncluded: boolean) => {
    if (seen.has(path)) return
    areCut ||= seen.size >= mostFiles
    if (areCut) return
    seen.add(path)
    queue.push({ path, isIncluded })
  }
  const addFolder = async (folder: string) => {
    for (const path of await library.composeFiles(folder)) add(path, false)
  }
  add(file.path, true)
  await addFolder(home)
  await addFolder(folderOf(file.path))
  for (let next = queue.shift(); next; next = queue.shift()) {
    const member = await library.composeFile(next.path)
    if (!member) continue
    const name = await projectNameOf(member, library, repository)
    const isOwn = name === project && (await library.home(member.path)) === home
    if (isOwn) own.push(member)
    // A folder above the repository has no name that is known here.
    else if (next.isIncluded && !/(?:^|\/)\.\.$/.test(folderOf(member.path)))
      included.push({ file: member, project: name })
    else continue
    for (const { path } of member.includes) {
      add(path, true)
      if ((await library.home(path)) === home) await addFolder(folderOf(path))
    }
  }
  return { own: own.sort((a, b) => inOrderOfUse(a.path, b.path)), included, areCut }
}
