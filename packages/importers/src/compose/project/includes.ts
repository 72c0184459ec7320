import { folderOf, pathIn } from '../../files/paths.ts'
import type { Fields, Located, Report } from '../../yaml/fields.ts'
import { fieldsOf } from '../../yaml/fields.ts'

/** A file that a Compose file includes. */
export interface Included {
  /** From the repository's root. */
  readonly path: string
  /** As it stands in the file. */
  readonly written: string
  readonly line: number
  /**
   * The folder that what it names is looked for in, with its `.env`: `project_directory`, else that of the entry's first
   * file. From the repository's root.
   */
  readonly directory: Located<string>
  /** The environment files in place of that folder's `.env`, the later before the earlier; from the repository's root. */
  readonly envFiles?: readonly Located<string>[]
}

type Settings = Partial<Pick<Included, 'directory' | 'envFiles'>>

/** Named in place of an environment file where none is to be read. */
const noFile = '/dev/null'

const remote = /^(?:oci|git|https?|ssh):|^git@|\.git(?:#|$)/i

/**
 * The files that `include` names, each once. Nothing is fetched: a remote one is a problem.
 * @param folder the project's directory, from the repository's root
 * @see https://docs.docker.com/reference/compose-file/include/
 */
export function includesOf(document: Fields, folder: string, report: Report): readonly Included[] {
  const value = document.node('include')?.value
  if (!value || (value.is === 'scalar' && value.value === null)) return []
  const items = value.is === 'list' ? value.items : [value]
  const found = items.flatMap((item, index) => {
    if (item.is === 'scalar') return entry([{ value: item.text, line: item.line }], {}, folder)
    const fields = fieldsOf(item, `include[${index}]`, report)
    return entry(fields.texts('path'), settingsOf(fields, folder), folder)
  })
  const seen = new Set<string>()
  return found.flatMap((included) => {
    const { path, written, line } = included
    if (seen.has(path)) return []
    seen.add(path)
    if (!remote.test(written)) return [included]
    report.problems.push({
      code: 'remote-not-fetched',
      severity: 'warning',
      file: report.file,
      line,
      message:
        'this include is remote, and nothing is fetched from elsewhere: keep a copy in the repository and name that',
    })
    return []
  })
}

/** The files of one entry; those after the first are laid over it, and share its folder. */
function entry(paths: readonly Located<string>[], settings: Settings, folder: string): readonly Included[] {
  const [first] = paths
  if (!first) return []
  const own = { value: folderOf(pathIn(folder, first.value)), line: first.line }
  return paths.map(({ value: written, line }) => ({
    path: pathIn(folder, written),
    written,
    line,
    directory: own,
    ...settings,
  }))
}

function settingsOf(fields: Fields, folder: string): Settings {
  const directory = fields.text('project_directory')
  const files = fields.texts('env_file')
  const envFiles = files.filter(({ value }) => value !== noFile).map((file) => inFolder(folder, file))
  return {
    ...(directory?.value ? { directory: inFolder(folder, directory) } : {}),
    ...(files.length === 0 ? {} : { envFiles }),
  }
}

function inFolder(folder: string, { value, line }: Located<string>): Located<string> {
  const path = pathIn(folder, value)
  return { value: path === '.' || path === './' ? '' : path.replace(/(?<=.)\/$/, ''), line }
}
