import { posix } from 'node:path'
import { InvalidInput, type Problem } from '@alidade/model'
import { folderOf, pathIn } from '../../files/paths.ts'
import type { Located } from '../../yaml/fields.ts'
import { malformedLine } from '../interpolation/dot-env.ts'
import { readEnvFile } from '../interpolation/env-file.ts'
import type { ComposeFile } from './compose-file.ts'
import type { Included } from './includes.ts'
import type { Library } from './library.ts'

/** What is wrong with the environment files that the `include` of a file brings in, each file of an entry once. */
export async function environmentProblems(
  { path: file, includes }: ComposeFile,
  library: Library,
): Promise<readonly Problem[]> {
  const problems: Problem[] = []
  const seen = new Set<string>()
  for (const { value: path, line, isRequired, isItsOwn } of includes.flatMap(filesOf)) {
    const key = `${line} ${path}`
    if (seen.has(key)) continue
    seen.add(key)
    const note = (code: string, message: string) =>
      problems.push({ code, severity: 'error', file, line, message })
    try {
      const text = await library.text(path)
      if (text === undefined) {
        if (isRequired)
          note(
            'file-missing',
            `there is no ${path}, which \`env_file\` of this include names: add it, or correct the path`,
          )
        continue
      }
      // A `.env` with Compose files beside it is reported with the first of them.
      if (isItsOwn && (await library.composeFiles(folderOf(path))).length > 0) continue
      const { malformed } = readEnvFile(text, await library.variables(file))
      problems.push(...malformed.map((bad) => malformedLine(path, bad)))
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error
      note(error.code, error.message)
    }
  }
  return problems
}

interface NamedFile extends Located<string> {
  readonly isRequired: boolean
  /** Whether it is a folder's `.env`. */
  readonly isItsOwn: boolean
}

function filesOf({ path, directory, envFiles }: Included): readonly NamedFile[] {
  if (envFiles) {
    return envFiles.map((file) => ({
      ...file,
      isRequired: true,
      isItsOwn: posix.basename(file.value) === '.env',
    }))
  }
  if (directory.value === folderOf(path)) return []
  const value = pathIn(directory.value, '.env')
  return [{ value, line: directory.line, isRequired: false, isItsOwn: true }]
}
