import { InvalidInput } from '@alidade/model'
import { pathIn } from '../../files/paths.ts'
import type { FileToRead } from '../../reader.ts'
import { type Kustomization, readKustomization } from '../kustomize/read-kustomization.ts'
import { isManifest } from '../recognise.ts'
import { type KubeObject, readObjects } from './read-objects.ts'

/** The files around the one that is read, each looked at once. */
export interface Library {
  /** The text of a file; undefined where there is none, or it can't be read. */
  text(path: string): Promise<string | undefined>
  /** The objects of a file; none where it is no manifest. What is wrong with it is its own. */
  objects(path: string): Promise<readonly KubeObject[]>
  /** The kustomization of a folder. */
  kustomization(folder: string): Promise<Kustomization | undefined>
  /** Paths that a pattern finds, in order; none where it finds too many. */
  glob(pattern: string): Promise<readonly string[]>
}

export function openLibrary({ path: own, text: ownText, surroundings }: FileToRead): Library {
  const text = remembered(async (path: string) => {
    if (path === own) return ownText
    return path.startsWith('/') ? undefined : quietly(surroundings.readText(path), undefined)
  })
  return {
    text,
    objects: remembered(async (path: string) => {
      const found = await text(path)
      return found !== undefined && isManifest(path, found) ? parsed(path, found) : []
    }),
    kustomization: remembered(async (folder: string) => {
      for (const name of ['kustomization.yaml', 'kustomization.yml', 'Kustomization']) {
        const path = pathIn(folder, name)
        const found = await text(path)
        if (found !== undefined) return readKustomization(path, found, [])
      }
      return undefined
    }),
    glob: remembered((pattern: string) => quietly(surroundings.glob(pattern), [])),
  }
}

async function quietly<Value, Other>(value: Promise<Value>, other: Other): Promise<Value | Other> {
  try {
    return await value
  } catch (error) {
    if (error instanceof InvalidInput) return other
    throw error
  }
}

/**
 * Every file of a folder looks at all others of it: without this each would be parsed as often as there are files. What
 * comes out depends on nothing but path and text; the oldest are dropped beyond a few million characters.
 */
const recent = new Map<string, readonly KubeObject[]>()
const mostKept = 4_000_000
let kept = 0

function parsed(path: string, text: string): readonly KubeObject[] {
  const key = `${path}\n${text}`
  const known = recent.get(key)
  if (known) return known
  const { objects } = readObjects(path, text)
  recent.set(key, objects)
  kept += key.length
  for (const oldest of recent.keys()) {
    if (kept <= mostKept) break
    recent.delete(oldest)
    kept -= oldest.length
  }
  return objects
}

function remembered<Value>(compute: (key: string) => Promise<Value>): (key: string) => Promise<Value> {
  const known = new Map<string, Promise<Value>>()
  return (key) => {
    const value = known.get(key) ?? compute(key)
    known.set(key, value)
    return value
  }
}
