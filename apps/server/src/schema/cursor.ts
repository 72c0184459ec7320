import { createHash } from 'node:crypto'
import { canonicalJson, InvalidInput } from '@alidade/model'
import { z } from 'zod'

/** Writes and reads the places of one list. Cursors of one list are none of another. */
export interface Cursors {
  /** @param position where in the list, as JSON */
  write(position: unknown): string
  /**
   * @param shape of the position
   * @throws InvalidInput `cursor-malformed`, `cursor-foreign` for one of another list
   */
  read<Position>(cursor: string, shape: z.ZodType<Position>): Position
}

/**
 * The cursors of a list.
 * @param query what makes it this list: what it is of, filter and order; hashed once a cursor is asked for, since most
 *   answers have none
 */
export function cursorsOf(query: unknown): Cursors {
  let known: string | undefined
  const hash = (): string => {
    known ??= createHash('sha256').update(canonicalJson(query)).digest('base64url').slice(0, 8)
    return known
  }
  return {
    write: (position) => Buffer.from(JSON.stringify([hash(), position])).toString('base64url'),
    read(cursor, shape) {
      const [of, position] = parse(cursor)
      if (of !== hash()) {
        throw new InvalidInput(
          'cursor-foreign',
          'the cursor is of another query: page on with the same filter and order, or begin without after',
        )
      }
      const { success, data } = shape.safeParse(position)
      if (!success) throw malformed()
      return data
    },
  }
}

const content = z.tuple([z.string(), z.unknown()])

function parse(cursor: string): z.output<typeof content> {
  try {
    return content.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')))
  } catch {
    throw malformed()
  }
}

function malformed(): InvalidInput {
  return new InvalidInput('cursor-malformed', 'after takes a cursor that an answer had: begin without it')
}
