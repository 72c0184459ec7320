import { readers } from '@alidade/importers'
import { noRules, resolveAll } from '@alidade/resolution'
import { describe, expect, it } from 'vitest'

const traces = `{"resourceSpans":[{"resource":{"attributes":[
  {"key":"service.name","value":{"stringValue":"checkout"}},
  {"key":"service.namespace","value":{"stringValue":"shop"}}]},
  "scopeSpans":[{"spans":[{"traceId":"t","spanId":"s","kind":3,"attributes":[
    {"key":"peer.service","value":{"stringValue":"tax"}}]}]}]}]}`

async function statementsOf(reader: string, path: string, text: string) {
  const surroundings = { readText: async () => undefined, glob: async () => [] }
  const found = readers.find(({ name }) => name === reader)
  const says = await found?.read({ path, text, repository: { name: `acme/${reader}` }, surroundings })
  return (says?.statements ?? []).map((statement) => ({
    source: `acme/${reader}/${reader}`,
    file: path,
    statement,
  }))
}

/** Who calls, when the catalogue has a `checkout` in each of the namespaces. */
async function callerBeside(...namespaces: readonly string[]) {
  const catalogue = namespaces.map(
    (namespace) =>
      `---\napiVersion: backstage.io/v1alpha1\nkind: Component\nmetadata: {name: checkout, namespace: ${namespace}}\n`,
  )
  const { relations } = resolveAll(
    [
      ...(await statementsOf('backstage', 'all.yaml', catalogue.join(''))),
      ...(await statementsOf('otlp', 'traces.json', traces)),
    ],
    noRules,
  )
  return [...relations.values()].map(({ from }) => from)
}

describe('a traced service', () => {
  it('is the component of its name where there is only one', async () => {
    expect(await callerBeside('default')).toEqual(['service:default/checkout'])
  })

  it('is the component of its own namespace, whoever else has the name', async () => {
    expect(await callerBeside('shop', 'other')).toEqual(['service:shop/checkout'])
  })

  it('stays by itself where two others have the name', async () => {
    expect(await callerBeside('one', 'two')).toEqual(['service:shop/checkout'])
  })
})
