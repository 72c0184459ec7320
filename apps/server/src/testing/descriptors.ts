/** A Backstage descriptor of something, owned by a team. */
export function descriptor(kind: string, name: string, spec: string): string {
  return `apiVersion: backstage.io/v1alpha1
kind: ${kind}
metadata:
  name: ${name}
spec:
${spec.replace(/^/gm, '  ')}
`
}

export const service = (name: string, owner: string, ...dependsOn: readonly string[]): string =>
  descriptor(
    'Component',
    name,
    `type: service
lifecycle: production
owner: ${owner}
dependsOn: [${dependsOn.join(', ')}]`,
  )

export const team = (name: string): string => descriptor('Group', name, 'type: team\nchildren: []')
