import type { Alias, Description, Json, Labels, Properties } from '@alidade/model'
import { makeRef } from '@alidade/model'
import { imageOf } from '../../images/image.ts'
import { isSecretKey, withoutCredentials } from '../../secrets.ts'
import { valueAt, type YamlNode } from '../../yaml/node.ts'
import type { ServicePart } from '../project/extends.ts'
import type { Named } from '../project/names.ts'
import type { Project } from '../project/open-project.ts'
import { identitiesOf } from './identities.ts'

/**
 * What a file says that a service is. Nothing of its environment, and no label that may hold a secret, is kept.
 * @param shared identities that other services have as well
 */
export function describe(
  project: Project,
  service: Named,
  parts: readonly ServicePart[],
  line: number,
  shared: ReadonlySet<string>,
): Description {
  return {
    properties: propertiesOf(service, parts),
    labels: labelsOf(parts),
    annotations: {},
    line,
    confidence: 'inferred',
    identities: service.kind === 'Service' ? identitiesOf(project, service, parts, shared) : [],
    sameAs: aliasesOf(project, service),
  }
}

function propertiesOf({ type }: Named, parts: readonly ServicePart[]): Properties {
  const image = parts.map(({ map }) => imageOf(map)).find((each) => each !== undefined)
  const profiles = parts.flatMap(({ map }) => texts(valueAt(map, 'profiles')))
  return {
    ...(type === undefined ? {} : { type }),
    ...(image ? { image: image.tag === undefined ? image.name : `${image.name}:${image.tag}` } : {}),
    ...(profiles.length === 0 ? {} : { profiles: [...new Set(profiles)] satisfies Json }),
  }
}

/** A map, or a list of `name=value`; the service's own before what it extends. */
function labelsOf(parts: readonly ServicePart[]): Labels {
  const labels = parts.toReversed().flatMap(({ map }) => {
    const node = valueAt(map, 'labels')
    if (node?.is === 'map') {
      return [...node.entries].flatMap(([key, { value }]) =>
        value.is === 'scalar' ? [[key, value.value === null ? '' : value.text] as const] : [],
      )
    }
    return texts(node).map((label) => {
      const sign = label.indexOf('=')
      return sign === -1 ? ([label, ''] as const) : ([label.slice(0, sign), label.slice(sign + 1)] as const)
    })
  })
  const kept = labels.filter(([key]) => key !== '' && !isSecretKey(key))
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutCredentials(value)]))
}

/** By its other names, where nobody else in the project has them, other projects call a service too. */
function aliasesOf({ name: project, names }: Project, service: Named): readonly Alias[] {
  return service.otherNames.flatMap((other) => {
    const [only, second] = names.find(other)
    const ref = other.length > 500 || isAddress(other) ? undefined : makeRef(service.kind, project, other)
    if (ref === undefined || ref === service.ref || only !== service || second) return []
    return [{ ref, reason: `another name of it in the project ${project}` }]
  })
}

function isAddress(name: string): boolean {
  return /^[\d.]+$|:/.test(name)
}

function texts(node: YamlNode | undefined): readonly string[] {
  if (node?.is === 'list') return node.items.flatMap(texts)
  const only = node && text(node)
  return only ? [only] : []
}

function text(node: YamlNode): string | undefined {
  return node.is === 'scalar' && node.value !== null && node.text !== '' ? node.text : undefined
}
