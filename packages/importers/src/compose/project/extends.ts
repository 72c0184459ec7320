import { InvalidInput } from '@alidade/model'
import { pathIn } from '../../files/paths.ts'
import { fieldsOf, type Report } from '../../yaml/fields.ts'
import type { YamlMap } from '../../yaml/node.ts'
import type { ComposeFile, ServiceEntry } from './compose-file.ts'
import type { Library } from './library.ts'

/** What is said of a service in one place: by itself, or by what it extends. */
export interface ServicePart {
  readonly map: YamlMap
  /** Where it stands, from the repository's root. */
  readonly file: string
  readonly folder: string
  /** The line of `extends` in the service's own file, where the part is another service's. */
  readonly through?: number
}

const deepest = 20

/**
 * A service and what it extends, itself first; the nearer one's fields win, lists add up.
 * @see https://docs.docker.com/reference/compose-file/services/#extends
 */
export async function partsOf(
  service: ServiceEntry,
  file: ComposeFile,
  library: Library,
  report: Report,
): Promise<readonly ServicePart[]> {
  const parts: ServicePart[] = [{ map: service.map, file: file.path, folder: file.folder }]
  const seen = new Set([`${file.path} ${service.name}`])
  let [at, map, through] = [file, service.map, undefined as number | undefined]
  for (;;) {
    const entry = map.entries.get('extends')
    if (!entry || (entry.value.is === 'scalar' && entry.value.value === null)) return parts
    through ??= entry.line
    const base = baseOf(map, at, report)
    if (!base) return parts
    const note = (code: string, message: string) =>
      report.problems.push({ code, severity: 'error', file: file.path, line: through ?? entry.line, message })
    const found = base.path === at.path ? at : await load(base.path, library, note)
    if (!found) return parts
    const named = found.services.find(({ name }) => name === base.service)
    if (!named) {
      note(
        'service-unknown',
        `${base.path} has no service "${base.service}", and what it was to give "${service.name}" is missing: name one that it has`,
      )
      return parts
    }
    const key = `${found.path} ${named.name}`
    if (seen.has(key) || seen.size > deepest) {
      note('extends-endless', `"${service.name}" extends itself in the end: remove one \`extends\``)
      return parts
    }
    seen.add(key)
    parts.push({ map: named.map, file: found.path, folder: found.folder, through })
    ;[at, map] = [found, named.map]
  }
}

function baseOf(map: YamlMap, at: ComposeFile, report: Report) {
  const value = map.entries.get('extends')?.value
  if (value?.is === 'scalar') return { path: at.path, service: value.text }
  const fields = fieldsOf(value, 'extends', report)
  const service = fields.text('service')
  if (!service) {
    const message = 'this `extends` names no service: add `service:`'
    report.problems.push({
      code: 'field-missing',
      severity: 'error',
      file: report.file,
      line: fields.line,
      message,
    })
    return undefined
  }
  const file = fields.text('file')
  return { path: file ? pathIn(at.folder, file.value) : at.path, service: service.value }
}

async function load(
  path: string,
  library: Library,
  note: (code: string, message: string) => void,
): Promise<ComposeFile | undefined> {
  try {
    if ((await library.text(path)) === undefined) {
      note('file-missing', `there is no ${path} to extend: check the path`)
      return undefined
    }
    const found = await library.composeFile(path)
    if (found?.unreadable === undefined) return found
    note(
      'yaml-malformed',
      `${path} can't be read (${found.unreadable}), and nothing of it was extended: mend it`,
    )
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error
    note(error.code, error.message)
  }
  return undefined
}
