import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { followed, staleReading } from './read-file.ts'
import { isUnder, type Run, type Scope } from './run.ts'
import { follow } from './take-file.ts'

/**
 * Settles what was read before in a scope and was not come to now: what a file outside the scope still names is read,
 * what lies in a folder that can't be listed is marked stale, and the rest is gone, with readers that find nothing any more.
 */
export async function settleGone(run: Run, scope: Scope): Promise<void> {
  const { checkout, root } = scope
  for (const reader of run.readers) {
    const entry = await run.ledger.entry(checkout.repository, reader)
    const left = () =>
      [...entry.known.values()].filter(({ file }) => isUnder(scope, file) && !entry.seen.has(file))
    if (left().length === 0) continue
    for (const head of entry.known.values()) {
      if (isUnder(scope, head.file) || entry.seen.has(head.file)) continue
      for (const path of followed(head)) {
        if (isUnder(scope, path) && existsSync(resolve(checkout.root, path)))
          await follow(run, path, reader, checkout, root)
      }
    }
    for (const head of left()) {
      const hidden = run.unreadable.some(
        (folder) => folder.checkout.root === checkout.root && isUnder(folder, head.file),
      )
      const why = { code: 'file-unreadable', message: "is in a folder that can't be read" } as const
      if (!hidden) run.ledger.gone(entry, head.file)
      else {
        const reading = staleReading(entry, head, why, run.request.now)
        if (reading.hash === head.hash) run.ledger.unchanged(entry, head)
        else run.ledger.changed(entry, reading)
      }
    }
  }
}
