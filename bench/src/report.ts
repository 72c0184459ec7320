import { cpus } from 'node:os'
import type { Engine } from './engines.ts'
import type { ImportTimes } from './measure-import.ts'
import type { PageTimes } from './measure-pages.ts'
import type { Spread } from './spread.ts'

/** What was measured of one organisation on one engine. */
export interface Row {
  readonly engine: Engine
  readonly organisation: { readonly entities: number; readonly relations: number }
  readonly imported: ImportTimes
  readonly pages: PageTimes
}

/** The machine in words, as far as it explains figures. */
export function machine(): string {
  const cores = cpus()
  return `${cores.length} cores (${cores[0]?.model.trim() ?? 'unknown'}), Node ${process.versions.node}`
}

/** The page `docs/benchmarks.md`. */
export function table(rows: readonly Row[], on: string): string {
  return `# Benchmarks

Written by \`npx -y pnpm bench\`; do not edit. Measured on ${on}. Organisations are generated (\`bench/src/generate.ts\`): Backstage descriptors with about six relations for each entity. Machines are noisy: compare figures of one run.

## Import

From the first file read to the last commit, into an empty store; then the same files again, which changes nothing. Medians of several imports; in brackets the fastest and the slowest. Facts are entities and relations.

| entities | relations | engine | first import | facts a second | again |
| ---: | ---: | --- | ---: | ---: | ---: |
${rows.map(importRow).join('\n')}

## Pages

Milliseconds over HTTP, one request at a time, each of another entity: median / 95th percentile. The entity page and the list with its count and six facets are the web client's own queries; the neighbourhood is of depth 3, at most 200 nodes; the search has a typing error in it.

| entities | engine | entity page | list page | search | neighbourhood |
| ---: | --- | ---: | ---: | ---: | ---: |
${rows.map(pageRow).join('\n')}
`
}

function importRow({ engine, organisation, imported: { first, again, facts } }: Row): string {
  const perSecond = Math.round(facts / (first.median / 1000))
  const spread = `${seconds(first.median)} (${seconds(first.least)}–${seconds(first.most)})`
  const cells = [organisation.entities, organisation.relations].map(grouped)
  return line([...cells, nameOf(engine), `${spread} s`, grouped(perSecond), `${seconds(again.median)} s`])
}

function pageRow({ engine, organisation, pages }: Row): string {
  const { entity, list, search, neighbourhood } = pages
  const cells = [entity, list, search, neighbourhood].map(milliseconds)
  return line([grouped(organisation.entities), nameOf(engine), ...cells])
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

const nameOf = (engine: Engine) => (engine === 'sqlite' ? 'SQLite' : 'Neo4j')
const grouped = (count: number) => count.toLocaleString('en')
const seconds = (milliseconds: number) => (milliseconds / 1000).toFixed(2)
const milliseconds = ({ median, p95 }: Spread) => `${median.toFixed(1)} / ${p95.toFixed(1)}`
