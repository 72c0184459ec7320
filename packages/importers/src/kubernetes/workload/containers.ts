import { valueAt, type YamlMap, type YamlNode } from '../../yaml/node.ts'
import { type KubeObject, textAt } from '../manifests/read-objects.ts'

export interface Container {
  readonly name: string
  readonly image: string | undefined
  readonly map: YamlMap
}

/** What a workload's pods are made of; undefined where it says nothing of them. */
export function podSpec({ kind, map }: Pick<KubeObject, 'kind' | 'map'>): YamlNode | undefined {
  return kind === 'Pod' ? valueAt(map, 'spec') : valueAt(podTemplate(kind, map), 'spec')
}

/** The labels by which a Service finds the workload's pods. */
export function podLabels({ kind, map }: KubeObject): Readonly<Record<string, string>> {
  const labels = valueAt(kind === 'Pod' ? map : podTemplate(kind, map), 'metadata', 'labels')
  return textsOf(labels)
}

function podTemplate(kind: KubeObject['kind'], map: YamlMap): YamlNode | undefined {
  return kind === 'CronJob'
    ? valueAt(map, 'spec', 'jobTemplate', 'spec', 'template')
    : valueAt(map, 'spec', 'template')
}

/** Those that do its work, then those that prepare it. */
export function containersOf(object: KubeObject): readonly Container[] {
  return ['containers', 'initContainers'].flatMap((field) => {
    const list = valueAt(podSpec(object), field)
    if (list?.is !== 'list') return []
    return list.items.flatMap((map): Container[] =>
      map.is === 'map' ? [{ name: textAt(map, 'name') ?? '', image: textAt(map, 'image'), map }] : [],
    )
  })
}

const helper = /sidecar|proxy|exporter|envoy|istio|linkerd|agent|wait|init/i

/** The one of the workload's own name, else the first that is no helper by its name. */
export function mainContainer(object: KubeObject): Container | undefined {
  const containers = containersOf(object)
  return (
    containers.find(({ name }) => name === object.name) ??
    containers.find(({ name }) => !helper.test(name)) ??
    containers[0]
  )
}

/** What runs to its end keeps nothing, whatever its image. */
export function runsOnce({ kind }: KubeObject): boolean {
  return kind === 'Job' || kind === 'CronJob'
}

/** A map from text to text; what is no text is left out. */
export function textsOf(node: YamlNode | undefined): Readonly<Record<string, string>> {
  if (node?.is !== 'map') return {}
  return Object.fromEntries(
    [...node.entries].flatMap(([key, { value }]) => (value.is === 'scalar' ? [[key, value.text]] : [])),
  )
}
