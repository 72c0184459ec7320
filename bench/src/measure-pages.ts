import { type Environment, importLocally, serve } from '@alidade/server'
import { seeded, shapeOf } from './generate.ts'
import { shippedQueries } from './shipped-queries.ts'
import { type Spread, spreadOf } from './spread.ts'

/** Milliseconds from asking over HTTP to the last byte of the answer, one request at a time. */
export interface PageTimes {
  readonly entity: Spread
  readonly list: Spread
  readonly search: Spread
  readonly neighbourhood: Spread
}

/** Imports a folder, serves it, and asks for each page so often, as the web client does, each time of something else. */
export async function pageTimes(
  environment: Environment,
  folder: string,
  size: number,
  times: number,
): Promise<PageTimes> {
  await importLocally(environment, { paths: [folder], name: 'bench/generated', actor: 'stated:bench' })
  const server = await serve(environment)
  try {
    const { services, teams } = shapeOf(size)
    const random = seeded(7)
    const any = (count: number) => Math.floor(random() * count)
    const service = () => `service:default/service-${any(services)}`
    const time = (ask: () => Promise<void>) => measure(ask, times)
    const list = { orderBy: { by: 'CALLERS', descending: true }, first: 50 }
    return {
      entity: await time(() => ask('Entity', { ref: service(), callers: 10, callees: 10 })),
      list: await time(async () => {
        const where = { owners: [`team:default/team-${any(teams)}`] }
        const names = ['KIND', 'OWNER', 'SYSTEM', 'LIFECYCLE', 'TYPE', 'STATE']
        await Promise.all([ask('Catalogue', { where, ...list }), ask('CatalogueFacets', { where, names })])
      }),
      search: await time(() => ask('Search', { text: `servcie-${any(services)}` })),
      neighbourhood: await time(() => ask('BenchNeighbourhood', { ref: service() })),
    }
  } finally {
    await server.stop()
  }

  async function ask(operationName: string, variables: object): Promise<void> {
    const query = shippedQueries.get(operationName)
    if (query === undefined) throw new Error(`no query is called ${operationName}`)
    const answer = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables, operationName }),
    })
    const text = await answer.text()
    if (!answer.ok || text.includes('"errors"')) throw new Error(`${operationName}: ${text.slice(0, 500)}`)
  }
}

async function measure(ask: () => Promise<void>, times: number): Promise<Spread> {
  // What is asked first is compiled first; a page that somebody keeps open is not.
  for (let time = 0; time < 20; time++) await ask()
  const took: number[] = []
  for (let time = 0; time < times; time++) {
    const started = performance.now()
    await ask()
    took.push(performance.now() - started)
  }
  return spreadOf(took)
}
