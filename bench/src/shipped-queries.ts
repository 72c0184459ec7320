import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parse, print, separateOperations } from 'graphql'

const web = resolve(import.meta.dirname, '../../apps/web/src')

/** Of our own, where the client asks for less than is measured. */
const own = `query BenchNeighbourhood($ref: Ref!) {
  neighbourhood(refs: [$ref], depth: 3, first: 200) {
    totalNodes
    hidden { distance count }
    nodes { key distance root hiddenIn hiddenOut groupSize entity { ref name kind owners { ref name } } }
    edges { from to confidence weight types }
  }
}`

const texts = globSync('**/*.graphql', { cwd: web }).map((file) => readFileSync(resolve(web, file), 'utf8'))

/** The web client's queries, and ours, by name, each with its fragments. */
export const shippedQueries: ReadonlyMap<string, string> = new Map(
  Object.entries(separateOperations(parse([...texts, own].join('\n')))).map(([name, document]) => [
    name,
    print(document),
  ]),
)
