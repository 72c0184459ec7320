import { type Kind, makeRef, type Ref } from '@alidade/model'
import { valueAt } from '../../yaml/node.ts'
import { isWorkload } from '../manifests/kinds.ts'
import { textAt } from '../manifests/read-objects.ts'
import { podLabels, textsOf } from '../workload/containers.ts'
import type { Placed, World } from './world.ts'

/** A Service of the cluster: a name by which its workload is called. */
export interface ServiceName {
  readonly placed: Placed
  /** What the name is, if it were a thing of its own. */
  readonly ref: Ref
  readonly kind: Kind
  /** The workloads that it leads to. */
  readonly targets: readonly Placed[]
  /** Whether a workload that it does not lead to has the name already. */
  readonly isTaken: boolean
  /** The host that it stands for, outside of the cluster. */
  readonly external: string | undefined
}

export const keyOf = (namespace: string, name: string) => `${namespace}/${name}`.toLowerCase()

/** The workloads by namespace and name; a patch is none of them. */
export function workloadsOf({ placed }: World): ReadonlyMap<string, Placed> {
  const workloads = placed.filter(({ object, stance }) => isWorkload(object.kind) && !stance.patchOf)
  return new Map(workloads.toReversed().map((each) => [keyOf(each.namespace, each.name), each]))
}

/** The Services by namespace and name. One that leads to several workloads, none of its own name, is itself. */
export function servicesOf(world: World): ReadonlyMap<string, ServiceName> {
  const workloads = [...workloadsOf(world).values()]
  const names = new Set(workloads.map(({ ref }) => ref))
  const services = world.placed.filter(({ object, stance }) => object.kind === 'Service' && !stance.patchOf)
  return new Map(
    services.toReversed().map((placed) => {
      const selector = Object.entries(textsOf(valueAt(placed.object.map, 'spec', 'selector')))
      const found = workloads.filter((workload) => {
        if (selector.length === 0 || workload.namespace !== placed.namespace) return false
        const labels = podLabels(workload.object)
        return selector.every(([key, value]) => labels[key] === value)
      })
      const same = found.find(({ name }) => name === placed.name)
      const targets = same ? [same] : found
      const [only] = targets
      const isExternal = textAt(placed.object.map, 'spec', 'type') === 'ExternalName'
      const external = isExternal ? textAt(placed.object.map, 'spec', 'externalName') : undefined
      const isOutside = external !== undefined && !/\.svc(?:\.|$)/i.test(external)
      const kind = isOutside ? 'Resource' : targets.length === 1 && only ? only.kind : 'Service'
      const ref = makeRef(kind, placed.namespace, placed.name)
      // Another workload has the name already: the Service can't have it as well.
      const isTaken = names.has(ref) && !same
      return [keyOf(placed.namespace, placed.name), { placed, ref, kind, targets, external, isTaken }]
    }),
  )
}
