/** What runs containers. */
const workloadKinds = [
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'ReplicaSet',
  'ReplicationController',
  'Pod',
  'Job',
  'CronJob',
] as const

/** The kinds of objects that are read; all others are passed by. */
export const objectKinds = [
  ...workloadKinds,
  'Service',
  'Ingress',
  'HTTPRoute',
  'ConfigMap',
  'Namespace',
] as const

export type ObjectKind = (typeof objectKinds)[number]

const groups: Readonly<Record<ObjectKind, RegExp>> = {
  Deployment: /^(?:apps|extensions)\//,
  StatefulSet: /^apps\//,
  DaemonSet: /^(?:apps|extensions)\//,
  ReplicaSet: /^(?:apps|extensions)\//,
  ReplicationController: /^v1$/,
  Pod: /^v1$/,
  Job: /^batch\//,
  CronJob: /^batch\//,
  Service: /^v1$/,
  Ingress: /^(?:networking\.k8s\.io|extensions)\//,
  HTTPRoute: /^gateway\.networking\.k8s\.io\//,
  ConfigMap: /^v1$/,
  Namespace: /^v1$/,
}

/** The kind, where it is the one that Kubernetes itself has under the name: Knative has a Service too. */
export function objectKind(apiVersion: string, kind: string): ObjectKind | undefined {
  return objectKinds.find((known) => known === kind && groups[known].test(apiVersion))
}

export function isWorkload(kind: ObjectKind): boolean {
  return (workloadKinds as readonly ObjectKind[]).includes(kind)
}
