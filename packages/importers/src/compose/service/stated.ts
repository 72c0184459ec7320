import type { Place } from '@alidade/model'
import { valueAt, type YamlNode } from '../../yaml/node.ts'
import type { ServicePart } from '../project/extends.ts'

/** Another service that one's fields name. */
export interface StatedDependency {
  readonly name: string
  /** The field. */
  readonly reason: string
  readonly line: number
  readonly place?: Place
  /** Whether Compose wants the project to define it. */
  readonly isOfProject: boolean
  /** What the service itself calls it. */
  readonly alias?: string
}

/**
 * The services that another's fields name: `depends_on` in both forms, `links`, `external_links`, `volumes_from`, and
 * those whose network, processes or memory it shares.
 * @see https://docs.docker.com/reference/compose-file/services/
 */
export function statedIn(part: ServicePart): readonly StatedDependency[] {
  const dependency = (reason: string, name: string, line: number, isOfProject: boolean, alias?: string) => ({
    name,
    reason,
    isOfProject,
    ...(alias === undefined || alias === '' ? {} : { alias }),
    ...(part.through === undefined ? { line } : { line: part.through, place: { file: part.file, line } }),
  })
  const field = (name: string) => valueAt(part.map, name)
  const dependsOn = field('depends_on')
  return [
    ...(dependsOn?.is === 'map'
      ? [...dependsOn.entries].map(([name, { line, value }]) =>
          dependency('depends_on', name, line, !isOptional(value)),
        )
      : texts(dependsOn).map(({ text, line }) => dependency('depends_on', text, line, true))),
    ...texts(field('links')).map(({ text, line }) => {
      const [name = '', alias] = text.split(':')
      return dependency('links', name, line, true, alias)
    }),
    ...texts(field('external_links')).map(({ text, line }) => {
      const [name = '', alias] = text.split(':')
      return dependency('external_links', name, line, false, alias)
    }),
    ...texts(field('volumes_from')).map(({ text, line }) => {
      const [first = '', second = ''] = text.split(':')
      return first === 'container'
        ? dependency('volumes_from', second, line, false)
        : dependency('volumes_from', first, line, true)
    }),
    ...['network_mode', 'ipc', 'pid'].flatMap((name) =>
      texts(field(name)).flatMap(({ text, line }) => {
        const [, kind, other = ''] = /^(service|container):(.+)$/.exec(text) ?? []
        return kind === undefined ? [] : [dependency(name, other, line, kind === 'service')]
      }),
    ),
  ].filter(({ name }) => name !== '')
}

/** `required: false`: it may be left out of the project. */
function isOptional(node: YamlNode): boolean {
  const required = valueAt(node, 'required')
  return required?.is === 'scalar' && required.value === false
}

function texts(node: YamlNode | undefined): readonly { readonly text: string; readonly line: number }[] {
  if (node?.is === 'list') return node.items.flatMap(texts)
  return node?.is === 'scalar' && node.value !== null ? [{ text: node.text.trim(), line: node.line }] : []
}
