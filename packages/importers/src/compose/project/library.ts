import { posix } from 'node:path'
import { InvalidInput, type Problem } from '@alidade/model'
import { folderOf, pathIn } from '../../files/paths.ts'
import type { FileToRead } from '../../reader.ts'
import { inOrderOfUse, isComposeName, mainNames } from '../file-names.ts'
import { dotEnv } from '../interpolation/dot-env.ts'
import type { Variables } from '../interpolation/interpolate.ts'
import { type ComposeFile, readComposeFile } from './compose-file.ts'
import { includeKey, inclusionsIn } from './including.ts'

/** The files around the one that is read, each looked at once. */
export interface Library {
  /** The text of a file; undefined where there is none. @throws InvalidInput as `Surroundings.readText` */
  text(path: string): Promise<string | undefined>
  /** A Compose file with its variables put in; undefined where it is missing, or what is wrong with it is its own. */
  composeFile(path: string): Promise<ComposeFile | undefined>
  /** The Compose files of a folder, in the order of their use. */
  composeFiles(folder: string): Promise<readonly string[]>
  /** What may be put into the files of a folder, unless an `include` says otherwise. */
  variablesIn(folder: string): Promise<Variables>
  /** What may be put into a file. */
  variables(path: string): Promise<Variables>
  /** The folder whose project a file belongs to: its own, or one above whose file includes it or one beside it. */
  home(path: string): Promise<string>
}

/** How many files of a folder, in the order of their use, are looked at for an `include` of a file in it or below it. */
const mostOfFolder = 50

/** @param problems of the file itself and of the `.env` beside it; other files' are reported when those are read */
export function openLibrary(
  { path: own, text: ownText, surroundings }: FileToRead,
  problems: Problem[],
): Library {
  const texts = remembered(async (path: string) => {
    if (path === own) return ownText
    if (!posix.isAbsolute(path)) return surroundings.readText(path)
    const message = `${path} is a path of one machine, and was not read: write it from the file that names it`
    throw new InvalidInput('path-outside-root', message)
  })
  const quietly = async (path: string) => {
    try {
      return await texts(path)
    } catch (error) {
      if (error instanceof InvalidInput) return undefined
      throw error
    }
  }

  const envIn = async (folder: string) => {
    const file = pathIn(folder, '.env')
    return { path: file, text: await quietly(file) }
  }

  const homes = remembered(async (folder: string): Promise<string> => {
    for (const above of foldersAbove(folder)) {
      for (const name of mainNames) {
        const path = pathIn(above, name)
        const text = await quietly(path)
        if (text === undefined || !includeKey.test(text)) continue
        // With the variables of its own folder alone: whose project that folder belongs to is not known yet.
        const env = dotEnv([await envIn(above)], new Map(), [])
        const { includes } = readComposeFile(path, text, env, [])
        if (includes.some((included) => folderOf(included.path) === folder)) return homes(above)
      }
    }
    return folder
  })

  /** Where what is wrong with a folder's `.env` is noted: once, with the first of the files that it is for. */
  const envProblems = async (folder: string): Promise<Problem[]> => {
    if (folder !== folderOf(own)) return []
    const [first = own] = await composeFiles(folder)
    return first === own || !isComposeName(own) ? problems : []
  }

  const variablesIn = remembered(async (folder: string): Promise<Variables> => {
    const home = await homes(folder)
    const outer = home === folder ? new Map<string, string>() : await variablesIn(home)
    const file = pathIn(folder, '.env')
    const noted = await envProblems(folder)
    try {
      return dotEnv([{ path: file, text: await texts(file) }], outer, noted)
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error
      noted.push({ code: error.code, severity: 'error', file: own, line: 1, message: error.message })
      return outer
    }
  })

  const composeFile = remembered(async (path: string) => {
    const text = await quietly(path)
    if (text === undefined) return undefined
    const folder = (await inclusion(path))?.folder
    return readComposeFile(path, text, await variables(path), path === own ? problems : [], folder)
  })

  const composeFiles = remembered(async (folder: string): Promise<readonly string[]> => {
    const found = await surroundings.glob(pathIn(folder, '*[cC]ompose*.[yY]*')).catch((error: unknown) => {
      if (error instanceof InvalidInput) return []
      throw error
    })
    return found.filter((path) => folderOf(path) === folder && isComposeName(path)).sort(inOrderOfUse)
  })

  /** Those that folders hold from which a folder's files are included: itself and all above. */
  const inclusions = remembered(async (folder: string) => {
    const around = await Promise.all([...foldersAbove(folder), folder].map(composeFiles))
    return inclusionsIn(
      around.flatMap((files) => files.slice(0, mostOfFolder)),
      quietly,
      variablesIn,
    )
  })

  const inclusion = async (path: string) => (await inclusions(folderOf(path))).get(path)

  const variables = async (path: string): Promise<Variables> => {
    const included = await inclusion(path)
    return included?.variables ?? variablesIn(folderOf(path))
  }

  const home = async (path: string, below: readonly string[] = []): Promise<string> => {
    const folder = folderOf(path)
    const included = await inclusion(path)
    if (included && !below.includes(included.by)) {
      const its = await home(included.by, [...below, path])
      if (its === folder || foldersAbove(folder).includes(its)) return its
    }
    return homes(folder)
  }

  return { text: texts, composeFile, composeFiles, variablesIn, variables, home: (path) => home(path) }
}

/** The nearest first, the repository's root last; none of a folder that lies outside the repository. */
function foldersAbove(folder: string): readonly string[] {
  if (folder === '' || folder.startsWith('/') || folder.split('/').includes('..')) return []
  const above = folderOf(folder)
  return [above, ...foldersAbove(above)]
}

function remembered<Value>(compute: (key: string) => Promise<Value>): (key: string) => Promise<Value> {
  const known = new Map<string, Promise<Value>>()
  return (key) => {
    const value = known.get(key) ?? compute(key)
    known.set(key, value)
    return value
  }
}
