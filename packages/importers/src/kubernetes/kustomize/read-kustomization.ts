import type { Problem } from '@alidade/model'
import { folderOf, pathIn } from '../../files/paths.ts'
import { type Fields, fieldsOf, type Located } from '../../yaml/fields.ts'
import type { YamlEntry, YamlMap } from '../../yaml/node.ts'
import { readYaml } from '../../yaml/read-yaml.ts'
import type { KubeObject } from '../manifests/read-objects.ts'

/** What a kustomization says, as far as it needs no tool. */
export interface Kustomization {
  /** From the repository's root. */
  readonly path: string
  readonly folder: string
  readonly namespace: string | undefined
  readonly prefix: string
  readonly suffix: string
  readonly labels: Readonly<Record<string, string>>
  /** Files and folders, from the repository's root: resources, bases and components. */
  readonly resources: readonly Located<string>[]
  readonly patches: readonly Patch[]
  /** Those that it generates out of literals. */
  readonly configMaps: readonly KubeObject[]
  /** Where it says its first word. */
  readonly line: number
  readonly unreadable?: string
}

/** One patch: a file, or a text of its own. */
interface Patch {
  readonly line: number
  readonly path?: string
  readonly text?: string
}

const remote = /^(?:https?|ssh|git):|^git@|\?ref=|^(?:github|gitlab|bitbucket)\.(?:com|org)\//i

/**
 * Reads a kustomization; everything wrong with it goes to `problems`. Nothing is fetched.
 * @see https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/
 */
export function readKustomization(path: string, text: string, problems: Problem[]): Kustomization {
  const yaml = readYaml(path, text)
  problems.push(...yaml.problems)
  const report = { file: path, problems }
  const fields = fieldsOf(yaml.documents[0], '', report)
  const folder = folderOf(path)
  const isRemote = ({ value, line }: Located<string>) => {
    if (!remote.test(value)) return false
    const message =
      'this resource is remote, and nothing is fetched from elsewhere: keep a copy in the repository and name that'
    problems.push({ code: 'remote-not-fetched', severity: 'warning', file: path, line, message })
    return true
  }
  const named = ['resources', 'bases', 'components'].flatMap((key) => fields.texts(key))
  return {
    path,
    folder,
    namespace: fields.text('namespace')?.value || undefined,
    prefix: fields.text('namePrefix')?.value ?? '',
    suffix: fields.text('nameSuffix')?.value ?? '',
    labels: labelsOf(fields),
    resources: named
      .filter((each) => each.value !== '' && !isRemote(each))
      .map(({ value, line }) => ({ value: plainPath(pathIn(folder, value)), line })),
    patches: patchesOf(fields, folder),
    configMaps: generated(fields, path),
    line: fields.line,
    ...(yaml.unreadable === undefined ? {} : { unreadable: yaml.unreadable }),
  }
}

/** Without a slash at its end; empty for the root. */
function plainPath(path: string): string {
  const plain = path.replace(/\/$/, '')
  return plain === '.' ? '' : plain
}

function labelsOf(fields: Fields): Readonly<Record<string, string>> {
  const records = [
    fields.record('commonLabels'),
    ...fields.list('labels').map((each) => each.record('pairs')),
  ]
  return Object.fromEntries(
    records.flatMap((record) => Object.entries(record).map(([key, { value }]) => [key, value])),
  )
}

function patchesOf(fields: Fields, folder: string): readonly Patch[] {
  const merges = fields.texts('patchesStrategicMerge').map(({ value, line }): Patch => {
    return value.includes('\n') ? { line, text: value } : { line, path: pathIn(folder, value) }
  })
  const others = ['patches', 'patchesJson6902'].flatMap((key) =>
    fields.list(key).flatMap((patch): Patch[] => {
      const [path, text] = [patch.text('path'), patch.text('patch')]
      if (path) return [{ line: path.line, path: pathIn(folder, path.value) }]
      return text ? [{ line: text.line, text: text.value }] : []
    }),
  )
  return [...merges, ...others]
}

/** Each as if it had been written. */
function generated(fields: Fields, file: string): readonly KubeObject[] {
  return fields.list('configMapGenerator').flatMap((generator): KubeObject[] => {
    const name = generator.text('name')
    if (!name) return []
    const entries = generator.texts('literals').flatMap(({ value, line }): [string, YamlEntry][] => {
      const sign = value.indexOf('=')
      if (sign < 1) return []
      const text = value.slice(sign + 1)
      return [[value.slice(0, sign), { line, value: { is: 'scalar', value: text, text, line } }]]
    })
    const data: YamlMap = { is: 'map', entries: new Map(entries), line: name.line }
    const map: YamlMap = {
      is: 'map',
      entries: new Map([['data', { line: name.line, value: data }]]),
      line: name.line,
    }
    return [
      { kind: 'ConfigMap', name: name.value, namespace: undefined, labels: {}, line: name.line, file, map },
    ]
  })
}
