import { InvalidInput, type Problem } from '@alidade/model'
import type { FileToRead, Repository } from '../../reader.ts'
import type { ComposeFile } from './compose-file.ts'
import { environmentProblems } from './include-environment.ts'
import { type Library, openLibrary } from './library.ts'
import { membersOf, mostFiles } from './members.ts'
import { type Names, namesOf } from './names.ts'
import { projectNameOf } from './project-name.ts'

/** A Compose file and the project that it is a part of. */
export interface Project {
  readonly name: string
  /** The one that is read. */
  readonly file: ComposeFile
  readonly repository: Repository
  readonly library: Library
  readonly names: Names
  /** The files that it includes, to be read too. */
  readonly follow: readonly string[]
}

/** The project of a file. Everything wrong with the file goes to `problems`; other files' faults are their own. */
export async function openProject(
  file: FileToRead,
  problems: Problem[],
): Promise<Project | { readonly unreadable: string }> {
  const library = openLibrary(file, problems)
  const { repository } = file
  const opened = await library.composeFile(file.path)
  if (!opened) throw new Error(`${file.path} has a text and is missing`)
  if (opened.unreadable !== undefined) return { unreadable: opened.unreadable }
  const name = await projectNameOf(opened, library, repository.name)
  const members = await membersOf(opened, name, library, repository.name)
  if (members.areCut) {
    const message = `the project ${name} has more than ${mostFiles} files, and names in the others were not found: give parts of it projects of their own (\`name:\`)`
    problems.push({ code: 'project-too-large', severity: 'warning', file: file.path, line: 1, message })
  }
  problems.push(...(await environmentProblems(opened, library)))
  const names = await namesOf(name, members, library)
  return { name, file: opened, repository, library, names, follow: await present(opened, library, problems) }
}

async function present(file: ComposeFile, library: Library, problems: Problem[]): Promise<readonly string[]> {
  const found: string[] = []
  for (const { path, written, line } of file.includes) {
    const note = (code: string, message: string) =>
      problems.push({ code, severity: 'error', file: file.path, line, message })
    try {
      if ((await library.text(path)) !== undefined) found.push(path)
      else note('file-missing', `there is no ${written} to include: check the path`)
    } catch (error) {
      if (!(error instanceof InvalidInput)) throw error
      note(error.code, error.message)
    }
  }
  return found
}
