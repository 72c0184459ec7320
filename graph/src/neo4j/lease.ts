import type { Lease } from '../graph-store.ts'
import type { Connection } from './connection.ts'
import { lockStore } from './lock-store.ts'

/** See the port. */
export async function acquireLease(
  { write }: Connection,
  { name, holder, milliseconds, now }: { name: string; holder: string; milliseconds: number; now: string },
): Promise<Lease | undefined> {
  return write(async (transaction) => {
    const [, rows] = await Promise.all([
      lockStore(transaction),
      transaction.run('MATCH (l:AlidadeLease {name: $name}) RETURN l.holder AS holder, l.until AS until', {
        name,
      }),
    ])
    const held = heldLease(rows[0]?.toObject(), now)
    if (held && held.holder !== holder) return held
    const until = new Date(Date.parse(now) + milliseconds).toISOString()
    await transaction.run('MERGE (l:AlidadeLease {name: $name}) SET l.holder = $holder, l.until = $until', {
      name,
      holder,
      until,
    })
    return undefined
  })
}

/** See the port. */
export async function releaseLease(
  { write }: Connection,
  { name, holder }: { name: string; holder: string },
): Promise<void> {
  await write(async (transaction) => {
    await Promise.all([
      lockStore(transaction),
      transaction.run('MATCH (l:AlidadeLease {name: $name, holder: $holder}) DELETE l', { name, holder }),
    ])
  })
}

/** Who holds it at `now`, a UTC instant; undefined where nobody does. */
export function heldLease(row: Partial<Lease> | undefined, now: string): Lease | undefined {
  if (!row?.holder || !row.until) return undefined
  return Date.parse(row.until) > Date.parse(now) ? { holder: row.holder, until: row.until } : undefined
}
