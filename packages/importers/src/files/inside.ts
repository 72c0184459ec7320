import { relative, sep } from 'node:path'

/** Whether a path is a folder or lies in it; both absolute. */
export function isInside(folder: string, path: string): boolean {
  const way = relative(folder, path)
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`))
}

/** A path from a repository's root, with `/`; the form in which every path leaves this package. */
export function pathFrom(root: string, path: string): string {
  return relative(root, path).split(sep).join('/')
}
