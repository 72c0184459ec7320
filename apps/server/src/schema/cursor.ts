import { createHash } from 'node:crypto'
import { canonicalJson, InvalidInput } from '@alidade/model'
import { z } from 'zod'

/** What makes two questions the same list: cursors of one are none of the other. */
export function queryHash(query: unknown): string {
  return createHash('sha256').update(canonicalJson(query)).digest('base64url').slice(0, 8)
}

/** @param position where in the list, as JSON */
export function writeCursor(hash: string, position: unknown): string {
  return Buffer.from(JSON.stringify([hash, position])).toString('base64url')
}

/**
 * @param hash of the query that the cursor is given to
 * @param shape of the position
 * @throws InvalidInput `cursor-malformed`, `cursor-foreign` for one of another list
 */
export function readCursor<Position>(hash: string, cursor: string, shape: z.ZodType<Position>): Position {
  const [of, position] = parse(cursor)
  if (of !== hash) {
    throw new InvalidInput(
      'cursor-foreign',
      'the cursor is of another query: page on with the same filter and order, or begin without after',
    )
  }
  const { success, data } = shape.safeParse(position)
  if (!success) throw malformed()
  return data
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
