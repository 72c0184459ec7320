import { z } from 'zod'
import { kindsOfRows } from './sums.ts'

// A backup is gzip of lines of JSON: a head, one line for each row of the dump (`["entities",{…}]`), and an end with the
// SHA-256 of all lines before it. It knows no engine.

/** Of the lines; counts up when an older reader would not understand them. */
export const formatVersion = 1
/** Of the rows, which are those of the model; counts up when an older reader would lose something of them. */
export const schemaVersion = 1

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** Only this much of a head is the same in every version. */
export const anyHead = z.object({ alidade: z.literal('backup'), format: z.int(), schema: z.int() })

/** The first line. */
export interface Head extends z.output<typeof anyHead> {
  /** When it was begun, a UTC instant. */
  readonly at: string
  readonly engine: 'sqlite' | 'neo4j'
}

/** The last line. */
export const end = z.object({
  end: z.object({
    sums: z.record(z.enum(kindsOfRows), z.object({ count: z.int(), sha256 })),
    sha256,
  }),
})

/** Any other line. */
export const row = z.tuple([z.enum(kindsOfRows), z.unknown()])
