import type { Problem } from '@alidade/model'
import { folderOf } from '../../files/paths.ts'
import { fieldsOf, type Located } from '../../yaml/fields.ts'
import type { YamlEntry, YamlMap, YamlNode } from '../../yaml/node.ts'
import { readYaml } from '../../yaml/read-yaml.ts'
import type { Variables } from '../interpolation/interpolate.ts'
import { interpolateNode } from '../interpolation/interpolate-node.ts'
import { type Included, includesOf } from './includes.ts'

/** A Compose file with its variables put in. */
export interface ComposeFile {
  /** From the repository's root. */
  readonly path: string
  /** The one that its paths are relative to: its own, or the `project_directory` with which it is included. */
  readonly folder: string
  /** The project's, where the file says it. */
  readonly name: Located<string> | undefined
  /** In the order of the file; one that stands in two documents stands here twice. */
  readonly services: readonly ServiceEntry[]
  readonly includes: readonly Included[]
  readonly unreadable?: string
}

export interface ServiceEntry {
  readonly name: string
  /** Where its name stands. */
  readonly line: number
  readonly map: YamlMap
}

const emptyMap = (line: number): YamlMap => ({ is: 'map', entries: new Map(), line })

/**
 * Reads a Compose file; everything wrong with it goes to `problems`.
 * @param folder see `ComposeFile`
 */
export function readComposeFile(
  path: string,
  text: string,
  variables: Variables,
  problems: Problem[],
  folder = folderOf(path),
): ComposeFile {
  const yaml = readYaml(path, text)
  problems.push(...yaml.problems)
  const report = { file: path, problems }
  const noted = new Set<string>()
  const services: ServiceEntry[] = []
  const includes: Included[] = []
  let name: Located<string> | undefined
  for (const raw of yaml.documents) {
    const document = fieldsOf(interpolateNode(raw, variables, report, noted), '', report)
    name = document.text('name') ?? name
    includes.push(...includesOf(document, folder, report))
    const named = document.fields('services')
    for (const service of named.keys) {
      const entry = named.node(service)
      if (!entry || entry.value.tag === '!reset') continue
      const map = serviceMap(entry)
      if (map) services.push({ name: service, line: entry.line, map })
      else problems.push(notAService(path, service, entry))
    }
    if (raw.is === 'map' && isVersionOne(raw)) problems.push(versionOne(path, raw.line))
  }
  const { unreadable } = yaml
  return { path, folder, name, services, includes, ...(unreadable === undefined ? {} : { unreadable }) }
}

/** Without what `!reset` takes back; a service that only its name says is an empty one. */
function serviceMap({ line, value }: YamlEntry): YamlMap | undefined {
  if (value.is === 'scalar' && value.value === null) return emptyMap(line)
  if (value.is !== 'map') return undefined
  const kept = [...value.entries].filter(([, field]) => field.value.tag !== '!reset')
  return { ...value, entries: new Map(kept) }
}

function notAService(file: string, name: string, { line }: YamlEntry): Problem {
  const message = `\`services.${name}\` is not a map of fields, and was not read: write its fields below it, e.g. \`image:\``
  return { code: 'field-malformed', severity: 'error', file, line, message }
}

/** Services at the top, without `services:`. */
function isVersionOne({ entries }: YamlMap): boolean {
  if (['services', 'include', 'version', 'name', 'networks', 'volumes'].some((key) => entries.has(key)))
    return false
  return [...entries].some(([key, { value }]) => !key.startsWith('x-') && isServiceLike(value))
}

function isServiceLike(node: YamlNode): boolean {
  return node.is === 'map' && (node.entries.has('image') || node.entries.has('build'))
}

function versionOne(file: string, line: number): Problem {
  const message =
    'this file has services and no `services:` above them, and they were not read: put them below `services:`'
  return { code: 'compose-version', severity: 'error', file, line, message }
}
