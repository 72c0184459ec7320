import { type Kind, type Mention, makeRef } from '@alidade/model'
import { clusterService, isOwnMachine, isPublicDomain } from '../../hosts/host-name.ts'
import type { Named } from '../project/names.ts'
import type { Project } from '../project/open-project.ts'

const hostKinds: readonly Kind[] = ['Service', 'Resource']

export function mentionOf({ ref, name }: Named): Mention {
  return { ref, name, scope: 'local' }
}

/** A name that the project does not define: it is looked up in the others. */
export function bareMention(project: string, name: string): Mention {
  return { ref: makeRef('Service', project, name), name, scope: 'bare', kinds: hostKinds }
}

/**
 * What a host means in a project: its services of that name; else a service of a cluster; else what the internet has
 * under that domain, the same for everybody; else a name to be looked up, or an address. None for the machine itself.
 */
export function mentionsOfHost({ name: project, names }: Project, host: string): readonly Mention[] {
  const own = names.find(host)
  if (own.length > 0) return own.map(mentionOf)
  if (isOwnMachine(host)) return []
  const plain = host.toLowerCase().replace(/\.$/, '')
  const inCluster = clusterService(plain)
  if (inCluster) return [{ ...bareMention(inCluster.namespace, inCluster.service), name: host }]
  if (isPublicDomain(plain)) {
    return [
      {
        ref: makeRef('Resource', 'default', plain),
        name: host,
        scope: 'bare',
        kinds: ['Resource', 'Service'],
      },
    ]
  }
  if (plain.includes('.') || plain.includes(':')) {
    return [
      { ref: makeRef('Resource', project, plain), name: host, scope: 'bare', kinds: ['Resource', 'Service'] },
    ]
  }
  return [bareMention(project, host)]
}
