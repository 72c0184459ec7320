import type { GraphStore } from '@alidade/graph'
import { parseRef, type Ruling } from '@alidade/model'
import { z } from 'zod'

export const rulingStream = 'rulings'
const page = 10_000

const ref = z.string().transform((text) => parseRef(text))
const record = z.union([
  z.object({
    id: z.string(),
    says: z.enum(['same', 'different']),
    a: ref,
    b: ref,
    by: z.string(),
    at: z.string(),
    why: z.string().exactOptional(),
  }),
  z.object({ undo: z.string() }),
])

export interface KnownRuling {
  readonly ruling: Ruling
  readonly undone: boolean
}

/** Every ruling that was ever given, oldest first, those taken back included. */
export async function allRulings(store: GraphStore): Promise<readonly KnownRuling[]> {
  const rulings = new Map<string, KnownRuling>()
  for (let after = 0; ; ) {
    const records = await store.records({ stream: rulingStream, after, limit: page })
    for (const { value } of records) {
      const read = record.parse(value)
      if ('undo' in read) {
        const former = rulings.get(read.undo)
        if (former) rulings.set(read.undo, { ...former, undone: true })
      } else rulings.set(read.id, { ruling: read, undone: false })
    }
    if (records.length < page) return [...rulings.values()]
    after = records.at(-1)?.sequence ?? after
  }
}

/** The rulings that hold, oldest first. */
export async function standingRulings(store: GraphStore): Promise<readonly Ruling[]> {
  return (await allRulings(store)).filter(({ undone }) => !undone).map(({ ruling }) => ruling)
}
