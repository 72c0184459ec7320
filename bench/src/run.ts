import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type Engine, engines, withEngine } from './engines.ts'
import { writeOrganisation } from './generate.ts'
import { importTimes } from './measure-import.ts'
import { pageTimes } from './measure-pages.ts'
import { machine, type Row, table } from './report.ts'

const report = resolve(import.meta.dirname, '../../docs/benchmarks.md')

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000' },
    engines: { type: 'string', default: engines.join() },
    /** How often an import into an empty store is timed. */
    imports: { type: 'string', default: '3' },
    /** How often each page is asked for. */
    pages: { type: 'string', default: '200' },
    /** Prints the table without keeping it. */
    'dry-run': { type: 'boolean', default: false },
  },
})
const sizes = values.sizes.split(',').map(whole)
const wanted = values.engines.split(',').map(engineOf)

const rows: Row[] = []
for (const size of sizes) {
  const folder = mkdtempSync(join(tmpdir(), 'alidade-bench-'))
  try {
    const organisation = writeOrganisation(join(folder, 'organisation'), size)
    for (const engine of wanted) {
      console.error(`${engine}, ${size} entities: importing …`)
      const imported = await importTimes(engine, join(folder, 'organisation'), whole(values.imports))
      console.error(`${engine}, ${size} entities: asking …`)
      const pages = await withEngine(engine, (environment) =>
        pageTimes(environment, join(folder, 'organisation'), size, whole(values.pages)),
      )
      rows.push({ engine, organisation, imported, pages })
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const text = table(rows, machine())
console.log(text)
if (!values['dry-run']) writeFileSync(report, text)

function whole(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new Error(`"${text}" is no whole number from 1`)
  return Number(text)
}

function engineOf(text: string): Engine {
  const engine = engines.find((known) => known === text)
  if (!engine) throw new Error(`"${text}" is no engine: use ${engines.join(' or ')}`)
  return engine
}
