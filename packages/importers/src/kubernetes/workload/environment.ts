import type { Place } from '@alidade/model'
import { hostsIn } from '../../hosts/hosts-in.ts'
import { valueAt, type YamlNode } from '../../yaml/node.ts'
import { type KubeObject, textAt } from '../manifests/read-objects.ts'
import { containersOf, podSpec } from './containers.ts'

/** A host that a workload is told of. */
interface ToldHost {
  readonly host: string
  /** The variable, or the key of the ConfigMap. */
  readonly reason: string
  readonly line: number
  /** Where it stands, if in another file. */
  readonly place?: Place
  /** Whether only a name that is defined counts: a whole file may speak of hosts that nobody calls. */
  readonly onlyKnown: boolean
}

/** What a workload refers to by name. */
export interface Told {
  readonly hosts: readonly ToldHost[]
  readonly configMaps: readonly string[]
  readonly secrets: readonly string[]
}

/** @param configMap one of the workload's namespace, by name. Secrets are never looked at. */
export function toldTo(object: KubeObject, configMap: (name: string) => KubeObject | undefined): Told {
  const hosts: ToldHost[] = []
  const configMaps = new Set<string>()
  const secrets = new Set<string>()

  const fromMap = (name: string, line: number, isFile: boolean, only?: string) => {
    configMaps.add(name)
    const map = configMap(name)
    const data = valueAt(map?.map, 'data')
    if (!map || data?.is !== 'map') return
    for (const [key, { value, line: at }] of data.entries) {
      if (value.is !== 'scalar' || (only !== undefined && key !== only)) continue
      const place = map.file === object.file ? {} : { place: { file: map.file, line: at } }
      const own = map.file === object.file ? at : line
      for (const host of hostsOfText(key, value.text))
        hosts.push({ host, reason: key, line: own, ...place, onlyKnown: isFile || value.text.includes('\n') })
    }
  }

  for (const { map } of containersOf(object)) {
    const known = new Map<string, string>()
    for (const entry of itemsOf(valueAt(map, 'env'))) {
      const name = textAt(entry, 'name')
      const value = valueAt(entry, 'value')
      if (name === undefined) continue
      if (value?.is === 'scalar' && value.value !== null) {
        const text = expand(value.text, known)
        known.set(name, text)
        for (const host of hostsIn(name, text))
          hosts.push({ host, reason: name, line: value.line, onlyKnown: false })
      }
      const config = textAt(entry, 'valueFrom', 'configMapKeyRef', 'name')
      const key = textAt(entry, 'valueFrom', 'configMapKeyRef', 'key')
      const secret = textAt(entry, 'valueFrom', 'secretKeyRef', 'name')
      if (config !== undefined && key !== undefined) fromMap(config, entry.line, false, key)
      if (secret !== undefined) secrets.add(secret)
    }
    for (const entry of itemsOf(valueAt(map, 'envFrom'))) {
      const config = textAt(entry, 'configMapRef', 'name')
      const secret = textAt(entry, 'secretRef', 'name')
      if (config !== undefined) fromMap(config, entry.line, false)
      if (secret !== undefined) secrets.add(secret)
    }
  }
  for (const volume of itemsOf(valueAt(podSpec(object), 'volumes'))) {
    for (const each of [volume, ...itemsOf(valueAt(volume, 'projected', 'sources'))]) {
      const config = textAt(each, 'configMap', 'name')
      const secret = textAt(each, 'secret', 'secretName') ?? textAt(each, 'secret', 'name')
      if (config !== undefined) fromMap(config, each.line, true)
      if (secret !== undefined) secrets.add(secret)
    }
  }
  return { hosts, configMaps: [...configMaps].sort(), secrets: [...secrets].sort() }
}

const mostLines = 2_000

/** Of a file, line by line, each a key with its value. */
function hostsOfText(key: string, text: string): readonly string[] {
  if (!text.includes('\n')) return hostsIn(key, text)
  const lines = text
    .split('\n', mostLines)
    .filter((line) => line.length <= 1_000 && !/^\s*(?:#|\/\/)/.test(line))
  const hosts = lines.flatMap((line) => {
    const [, name, value] = /^[\s-]*["']?([\w.-]+)["']?\s*[:=]\s*["']?([^"']*)/.exec(line) ?? []
    return name === undefined || value === undefined ? hostsIn(key, line) : hostsIn(name, value.trim())
  })
  return [...new Set(hosts)]
}

/** @see https://kubernetes.io/docs/tasks/inject-data-application/define-interdependent-environment-variables/ */
function expand(text: string, known: ReadonlyMap<string, string>): string {
  return text
    .replace(/\$\$|\$\(([\w.-]+)\)/g, (all, name: string | undefined) =>
      name === undefined ? '$' : (known.get(name) ?? all),
    )
    .slice(0, 65_536)
}

function itemsOf(node: YamlNode | undefined): readonly YamlNode[] {
  return node?.is === 'list' ? node.items : []
}
