import { pathIn } from '../../files/paths.ts'
import type { Fields, Located, Report } from '../../yaml/fields.ts'
import { fieldsOf } from '../../yaml/fields.ts'

/** A file that a Compose file includes. */
export interface Included {
  /** From the repository's root. */
  readonly path: string
  /** As it stands in the file. */
  readonly written: string
  readonly line: number
}

const remote = /^(?:oci|git|https?|ssh):|^git@|\.git(?:#|$)/i

/**
 * The files that `include` names, each once. Nothing is fetched: a remote one is a problem.
 * @see https://docs.docker.com/reference/compose-file/include/
 */
export function includesOf(document: Fields, folder: string, report: Report): readonly Included[] {
  const value = document.node('include')?.value
  if (!value || (value.is === 'scalar' && value.value === null)) return []
  const items = value.is === 'list' ? value.items : [value]
  const found = items.flatMap((item, index): readonly Located<string>[] => {
    if (item.is === 'map') return fieldsOf(item, `include[${index}]`, report).texts('path')
    if (item.is === 'scalar') return [{ value: item.text, line: item.line }]
    return fieldsOf(item, `include[${index}]`, report).texts('path')
  })
  const seen = new Set<string>()
  return found.flatMap(({ value: written, line }) => {
    const path = pathIn(folder, written)
    if (seen.has(path)) return []
    seen.add(path)
    if (!remote.test(written)) return [{ path, written, line }]
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
