import { posix } from 'node:path'
import { type Kind, makeRef, type Ref } from '@alidade/model'
import { folderOf, pathIn } from '../../files/paths.ts'
import { parseImage } from '../../images/image.ts'
import { wellKnownImage } from '../../images/well-known-images.ts'
import { foldersUp, type Stance, stanceOf } from '../kustomize/stance.ts'
import { mostFiles, treeOf } from '../kustomize/tree.ts'
import { isWorkload } from '../manifests/kinds.ts'
import type { Library } from '../manifests/library.ts'
import type { KubeObject } from '../manifests/read-objects.ts'
import { mainContainer, runsOnce } from '../workload/containers.ts'

/** An object with the name that it has in the cluster. */
export interface Placed {
  readonly object: KubeObject
  readonly name: string
  readonly namespace: string
  readonly ref: Ref
  readonly kind: Kind
  /** Of a Resource: `database`, `queue` … */
  readonly type: string | undefined
  readonly stance: Stance
}

/** What lies around a file, itself included. */
export interface World {
  readonly placed: readonly Placed[]
}

const homeName = /^(?:k8s|kubernetes|kube|manifests|deploy)$/i

/**
 * The objects of the file, of its folder, of the kustomization that takes it in, and, below a folder that is called
 * `k8s`, `manifests` or the like, of that.
 * @param repository its name, whose last part is the namespace of what says none
 */
export async function worldAround(path: string, library: Library, repository: string): Promise<World> {
  const project = posix.basename(repository)
  const files = await filesAround(path, library)
  const read: { file: string; stance: Stance; objects: readonly KubeObject[] }[] = []
  for (const file of files) {
    const objects = await library.objects(file)
    if (objects.length > 0) read.push({ file, stance: await stanceOf(file, library), objects })
  }
  const onlyNamespace = single(
    read.flatMap(({ objects }) => objects.flatMap(({ kind, name }) => (kind === 'Namespace' ? name : []))),
  )
  const placed = read.flatMap(({ stance, objects }) => {
    const other =
      single(
        objects.flatMap(({ kind, name, namespace }) => (kind === 'Namespace' ? name : (namespace ?? []))),
      ) ??
      onlyNamespace ??
      project
    return objects.map((object) => placeObject(object, stance, other))
  })
  return { placed }
}

function placeObject(object: KubeObject, stance: Stance, otherNamespace: string): Placed {
  const namespace = stance.namespace ?? object.namespace ?? otherNamespace
  const name = `${stance.prefix}${object.name}${stance.suffix}`.slice(0, 500)
  const main = isWorkload(object.kind) && !runsOnce(object) ? mainContainer(object) : undefined
  const type = main?.image === undefined ? undefined : wellKnownImage(parseImage(main.image))
  const kind = type === undefined ? 'Service' : 'Resource'
  return { object, name, namespace, kind, type, stance, ref: makeRef(kind, namespace, name) }
}

async function filesAround(path: string, library: Library): Promise<readonly string[]> {
  const folder = folderOf(path)
  const found = new Set([path])
  const add = (files: readonly string[]) => {
    for (const file of files) if (found.size < mostFiles) found.add(file)
  }
  add(await library.glob(pathIn(folder, '*.y*ml')))
  const outermost = (await stanceOf(path, library)).through.at(-1) ?? (await library.kustomization(folder))
  if (outermost) add((await treeOf(outermost, library)).files)
  const home = foldersUp(folder).find((each) => homeName.test(posix.basename(each)))
  if (home !== undefined) add(await library.glob(pathIn(home, '**/*.y*ml')))
  return [...found].sort()
}

function single(names: readonly string[]): string | undefined {
  const [only, second] = new Set(names)
  return second === undefined ? only : undefined
}
