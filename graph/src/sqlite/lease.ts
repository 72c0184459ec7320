import type { DatabaseSync } from 'node:sqlite'
import type { Lease } from '../graph-store.ts'
import { inTransaction, prepared } from './connection.ts'

/** See the port. */
export function acquireLease(
  db: DatabaseSync,
  { name, holder, milliseconds, now }: { name: string; holder: string; milliseconds: number; now: string },
): Lease | undefined {
  return inTransaction(db, () => {
    const held = heldLease(db, name, now)
    if (held && held.holder !== holder) return held
    const until = new Date(Date.parse(now) + milliseconds).toISOString()
    prepared(db, 'insert or replace into lease (name, holder, until) values (?, ?, ?)').run(
      name,
      holder,
      until,
    )
    return undefined
  })
}

/** See the port. */
export function releaseLease(db: DatabaseSync, { name, holder }: { name: string; holder: string }): void {
  inTransaction(db, () => prepared(db, 'delete from lease where name = ? and holder = ?').run(name, holder))
}

/** Who holds it at `now`, a UTC instant; undefined where nobody does. */
export function heldLease(db: DatabaseSync, name: string, now: string): Lease | undefined {
  const row = prepared(db, 'select holder, until from lease where name = ?').get(name)
  if (!row) return undefined
  const lease = { holder: String(row.holder), until: String(row.until) }
  return Date.parse(lease.until) > Date.parse(now) ? lease : undefined
}
