import { readFile } from 'node:fs/promises'

/** A question of the cookbook and the query that answers it. */
export interface Recipe {
  readonly question: string
  readonly cypher: string
}

const cookbook = new URL('../../cookbook/README.md', import.meta.url)

/** All of them, as they stand there: a heading, and the block of Cypher under it. */
export async function recipes(): Promise<readonly Recipe[]> {
  const [, ...sections] = (await readFile(cookbook, 'utf8')).split(/^## /m)
  return sections.map((section) => {
    const [question = ''] = section.split('\n')
    const [, cypher] = /^```cypher\n(.*?)^```$/ms.exec(section) ?? []
    if (cypher === undefined) throw new Error(`the cookbook has no query under "${question}"`)
    return { question, cypher }
  })
}
