import { folderOf } from '../../files/paths.ts'
import type { Library } from '../manifests/library.ts'
import type { Kustomization } from './read-kustomization.ts'

/** What the kustomizations around a file make of what stands in it. */
export interface Stance {
  readonly namespace: string | undefined
  readonly prefix: string
  readonly suffix: string
  readonly labels: Readonly<Record<string, string>>
  /** `prod` of a file below `overlays/prod`. */
  readonly environment: string | undefined
  /** Those that take the file in, the innermost first: of its own folder and of those above. */
  readonly through: readonly Kustomization[]
  /** The one that lays it over other objects. */
  readonly patchOf: Kustomization | undefined
}

const mostLevels = 20

/** @param path of a file, or of a folder for what a kustomization in it makes */
export async function stanceOf(path: string, library: Library): Promise<Stance> {
  const through: Kustomization[] = []
  let patchOf: Kustomization | undefined
  let target = path
  for (const folder of foldersUp(folderOf(path))) {
    const kustomization = await library.kustomization(folder)
    if (!kustomization) continue
    const takesIn = kustomization.resources.some(({ value }) => value === target)
    if (!takesIn && target === path && kustomization.patches.some((patch) => patch.path === path))
      patchOf = kustomization
    else if (!takesIn) continue
    through.push(kustomization)
    target = folder
  }
  return {
    namespace: through.findLast(({ namespace }) => namespace !== undefined)?.namespace,
    prefix: through
      .map(({ prefix }) => prefix)
      .reverse()
      .join(''),
    suffix: through.map(({ suffix }) => suffix).join(''),
    labels: Object.assign({}, ...through.map(({ labels }) => labels)),
    environment: environmentOf(path),
    through,
    patchOf,
  }
}

/** @see https://kubectl.docs.kubernetes.io/references/kustomize/glossary/#overlay */
export function environmentOf(path: string): string | undefined {
  return /(?:^|\/)(?:overlays|environments|envs?)\/([^/]+)\/./i.exec(path)?.[1]
}

/** The folder itself first, the repository's root last; none outside of it. */
export function foldersUp(folder: string): readonly string[] {
  if (folder.startsWith('/') || folder.split('/').includes('..')) return []
  const folders = [folder]
  for (let at = folder; at !== '' && folders.length < mostLevels; ) {
    at = folderOf(at)
    folders.push(at)
  }
  return folders
}
