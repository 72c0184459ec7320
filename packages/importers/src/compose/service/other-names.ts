import { valueAt, type YamlMap, type YamlNode } from '../../yaml/node.ts'

/**
 * The names, other than its own, by which the services of its project may call a service: container name, host name,
 * aliases in networks, and fixed addresses.
 */
export function otherNamesOf(service: YamlMap): readonly string[] {
  const networks = valueAt(service, 'networks')
  const inNetworks =
    networks?.is === 'map'
      ? [...networks.entries.values()].flatMap(({ value }) => [
          ...texts(valueAt(value, 'aliases')),
          ...texts(valueAt(value, 'ipv4_address')),
          ...texts(valueAt(value, 'ipv6_address')),
        ])
      : []
  return [...texts(valueAt(service, 'container_name')), ...texts(valueAt(service, 'hostname')), ...inNetworks]
}

function texts(node: YamlNode | undefined): readonly string[] {
  if (node?.is === 'list') return node.items.flatMap(texts)
  return node?.is === 'scalar' && node.text !== '' && node.value !== null ? [node.text] : []
}
