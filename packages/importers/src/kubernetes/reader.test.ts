import { join } from 'node:path'
import type { RelationStatement, Statement } from '@alidade/model'
import { describe, expect, it } from 'vitest'
import { readSources } from '../read-sources.ts'
import { kubernetesReader } from './reader.ts'

const fixtures = join(import.meta.dirname, 'fixtures')

/** What a folder of fixtures says, as the repository `acme/store`. */
async function read(folder: string) {
  const { changed, problems } = await readSources(
    {
      paths: [join(fixtures, folder)],
      repository: { name: 'acme/store' },
      known: async () => [],
      now: '2026-11-24T09:00:00.000Z',
    },
    [kubernetesReader],
  )
  return { changed, problems, statements: changed.flatMap((reading) => reading.statements) }
}

function sentence({ ref }: Statement['subject'], relation: RelationStatement): string {
  const { type, other, reason, line, place, environment } = relation
  const where = place ? `${line}, ${place.file}:${place.line}` : line
  const whither = `${type} ${other.ref} ${other.scope}`
  return `${ref} ${whither} (${reason}, ${where})${environment ? ` in ${environment}` : ''}`
}

const relationsOf = (statements: readonly Statement[], ref: string) =>
  statements
    .filter(({ subject }) => subject.ref === ref)
    .flatMap(({ subject, relations }) => relations.map((relation) => sentence(subject, relation)))

const namesOf = (statements: readonly Statement[]) =>
  statements.flatMap(({ subject, description }) =>
    (description?.sameAs ?? []).map((alias) => `${subject.ref} is ${alias.ref}: ${alias.reason}`),
  )

describe('a file of Kubernetes', () => {
  it.each([
    ['a.yaml', 'apiVersion: apps/v1\nkind: Deployment\n', true],
    ['a.yml', 'kind: "Service" # of it\napiVersion: v1\n', true],
    ['a.yaml', 'apiVersion: v1\nkind: List\n', true],
    ['kustomization.yaml', 'resources: []', true],
    ['Kustomization', '', true],
    ['charts/cart/Chart.yaml', 'apiVersion: v2\nname: cart', true],
    ['templates/a.yaml', 'apiVersion: v1\nkind: Service\nmetadata: {}', true],
    ['templates/a.yaml', 'apiVersion: v1\nkind: Service\nname: {{ x }}', false],
    ['a.yaml', 'apiVersion: backstage.io/v1alpha1\nkind: Component', false],
    ['a.yaml', 'apiVersion: alidade.dev/v1\nkind: Service', false],
    ['a.yaml', 'apiVersion: serving.knative.dev/v1\nkind: Service', false],
    ['a.yaml', 'apiVersion: example.com/v1\nkind: CustomThing', false],
    ['compose.yaml', 'services:\n  web: {}', false],
    ['values.yaml', 'kind: Deployment', false],
  ])('is told by its apiVersion and kind: %s %j', (path, text, is) => {
    expect(kubernetesReader.mayRead(path) && kubernetesReader.recognises(path, text)).toBe(is)
  })
})

describe('manifests', () => {
  it('describe their workloads in their namespace, well-known images as Resources', async () => {
    const { statements, problems } = await read('shop')
    expect(problems).toEqual([])
    const described = statements.map(({ subject, description }) => `${subject.ref} ${description?.reason}`)
    expect(described).toEqual([
      'system:store/store undefined',
      'service:shop/cart-app Deployment',
      'service:shop/cart Service',
      'resource:shop/postgres StatefulSet',
      'resource:shop/db Service',
      'resource:shop/cache Service',
      'service:shop/backup CronJob',
      'service:shop/web Deployment',
      'resource:default/shop.example.com Ingress',
      'resource:default/cart.example.com HTTPRoute',
    ])
    const cart = statements.find(({ subject }) => subject.ref === 'service:shop/cart-app')?.description
    expect(cart).toMatchObject({
      properties: {
        image: 'ghcr.io/acme/cart:1.4.2',
        configMaps: ['cart-common', 'cart-files', 'cart-settings'],
        secrets: ['cart-db', 'cart-keys', 'cart-tls'],
      },
      labels: { 'app.kubernetes.io/name': 'cart', 'app.kubernetes.io/part-of': 'store' },
      identities: ['image:ghcr.io/acme/cart'],
    })
  })

  it('give a workload the names of its Services', async () => {
    expect(namesOf((await read('shop')).statements)).toEqual([
      'service:shop/cart is service:shop/cart-app: the Service cart of the namespace shop',
      'resource:shop/db is resource:shop/postgres: the Service db of the namespace shop',
      'resource:shop/cache is resource:default/cache.example.com: the Service cache of the namespace shop',
    ])
  })

  it('depend on the hosts in their environment and in the ConfigMaps that they name', async () => {
    const { statements } = await read('shop')
    expect(relationsOf(statements, 'service:shop/cart-app')).toEqual([
      'service:shop/cart-app PART_OF system:store/store local (app.kubernetes.io/part-of, 4)',
      'service:shop/cart-app DEPENDS_ON service:logistics/stock bare (STOCK_URL, 25)',
      'service:shop/cart-app DEPENDS_ON service:billing/pay bare (PAY_ADDR, 27)',
      'service:shop/cart-app DEPENDS_ON resource:shop/postgres local (DB_URL, 29)',
      ...[
        'resource:default/api.stripe.com bare (STRIPE_URL, 30, k8s/cart/settings.yaml:8)',
        'resource:default/cache.example.com bare (CACHE_HOST, 35, k8s/cart/settings.yaml:14)',
        'service:shop/web local (application.yml, 38, k8s/cart/settings.yaml:19)',
      ].map((rest) => `service:shop/cart-app DEPENDS_ON ${rest}`),
    ])
    expect(relationsOf(statements, 'service:shop/backup')).toEqual([
      'service:shop/backup DEPENDS_ON resource:shop/postgres local (DB_HOST, 31)',
    ])
  })

  it('keep nothing of a Secret, nor of what stands in front of a host', async () => {
    const { changed } = await read('shop')
    expect(JSON.stringify(changed)).not.toMatch(/s3cr3t|never-read/)
  })

  it('lead from the hosts of an Ingress or a route to what answers there', async () => {
    const { statements } = await read('shop')
    expect(relationsOf(statements, 'resource:default/shop.example.com')).toEqual([
      'resource:default/shop.example.com DEPENDS_ON service:shop/web local (Ingress, 19)',
      'resource:default/shop.example.com DEPENDS_ON service:shop/cart-app local (Ingress, 20)',
    ])
  })
})

describe('kustomizations', () => {
  it('rename what they take in, and an overlay gives another name in its environment', async () => {
    const { statements } = await read('overlaid')
    const subjects = new Set(statements.map(({ subject }) => subject.ref))
    expect([...subjects]).toEqual(['system:store/store', 'service:store/shop-cart', 'service:live/mail-1'])
    expect(namesOf(statements)).toEqual([
      'service:store/shop-cart is service:live/shop-cart-1: the kustomization overlays/prod/kustomization.yaml',
    ])
    expect(relationsOf(statements, 'service:store/shop-cart')).toEqual([
      'service:store/shop-cart PART_OF system:store/store local (app.kubernetes.io/part-of, 3)',
      'service:store/shop-cart DEPENDS_ON service:risk/fraud bare (FRAUD_URL, 7) in prod',
    ])
  })

  it('report what is remote, missing or not applied', async () => {
    const { problems } = await read('overlaid')
    expect(problems.map(({ file, line, code }) => `${file}:${line} ${code}`)).toEqual([
      'overlays/prod/cart-patch.yaml:11 kustomize-not-applied',
      'overlays/prod/kustomization.yaml:8 remote-not-fetched',
      'overlays/prod/kustomization.yaml:9 file-missing',
      'overlays/prod/kustomization.yaml:12 kustomize-not-applied',
    ])
  })
})

describe('a Helm chart', () => {
  it('is a Service that depends on its dependencies; its templates are not run, which is said once', async () => {
    const { statements, problems } = await read('chart')
    expect(relationsOf(statements, 'service:store/cart')).toEqual([
      'service:store/cart DEPENDS_ON resource:store/cart-db local (dependencies, 7)',
      'service:store/cart DEPENDS_ON service:store/pay bare (dependencies, 8)',
    ])
    expect(problems.map(({ file, code, severity }) => `${file} ${code} ${severity}`)).toEqual([
      'Chart.yaml template-not-run warning',
    ])
  })
})

describe('a manifest with a fault', () => {
  it('is reported with line and remedy, and the rest is read', async () => {
    const { statements, problems } = await read('bad')
    expect(problems.map(({ file, line, code }) => `${file}:${line} ${code}`)).toEqual([
      'manifests.yaml:1 field-missing',
      'manifests.yaml:11 field-malformed',
      'manifests.yaml:15 yaml-malformed',
      'manifests.yaml:19 template-not-run',
      'rendered-later.yaml:4 template-not-run',
    ])
    for (const { message } of problems) expect(message).toMatch(/: /)
    expect(statements.map(({ subject }) => subject.ref)).toEqual(['service:store/odd'])
  })
})
