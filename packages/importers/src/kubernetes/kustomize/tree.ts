import type { Library } from '../manifests/library.ts'
import type { Kustomization } from './read-kustomization.ts'

/** No kustomization is read with more files than that. */
export const mostFiles = 200

/** What a kustomization takes in, with what that takes in: files in their order, and the kustomizations of folders. */
export interface Tree {
  readonly files: readonly string[]
  readonly kustomizations: readonly Kustomization[]
}

export async function treeOf(root: Kustomization, library: Library): Promise<Tree> {
  const files = new Set<string>()
  const kustomizations = new Map<string, Kustomization>()
  const visit = async (kustomization: Kustomization): Promise<void> => {
    if (kustomizations.has(kustomization.path) || kustomizations.size >= mostFiles) return
    kustomizations.set(kustomization.path, kustomization)
    for (const { value } of kustomization.resources) {
      if (files.size >= mostFiles) return
      const below = /\.ya?ml$/i.test(value) ? undefined : await library.kustomization(value)
      if (below) await visit(below)
      else files.add(value)
    }
  }
  await visit(root)
  return { files: [...files], kustomizations: [...kustomizations.values()] }
}
