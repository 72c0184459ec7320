import { posix } from 'node:path'

/** The folder of a path from the repository's root; empty for the root itself. */
export function folderOf(path: string): string {
  const folder = posix.dirname(path)
  return folder === '.' ? '' : folder
}

/** A path that a file in the folder names, from the repository's root; an absolute one stays so, and lies outside. */
export function pathIn(folder: string, path: string): string {
  return posix.isAbsolute(path) ? path : posix.normalize(posix.join(folder, path))
}
