import type { KeepingProgress } from '@alidade/server'
import type { Streams } from './streams.ts'

const between = 100
const clearLine = '\r\x1b[2K'

const stages = {
  write: 'Writing the backup',
  check: 'Checking the backup',
  load: 'Filling the store',
  compare: 'Comparing both',
} as const satisfies Record<KeepingProgress['stage'], string>

/** How far a backup, a restore or a copy is: in place on a terminal, elsewhere one line for each stage. */
export function keepingProgressOn({ err }: Streams, now: () => number = Date.now) {
  let shown: KeepingProgress['stage'] | undefined
  let last = 0
  return {
    show({ stage, rows }: KeepingProgress): void {
      const isNew = stage !== shown
      shown = stage
      if (!err.isTTY) {
        if (isNew) err.write(`${stages[stage]} …\n`)
        return
      }
      if (!isNew && now() - last < between) return
      last = now()
      err.write(`${clearLine}${stages[stage]}: ${rows.toLocaleString('en')} rows`)
    },
    /** Takes away what is shown in place. */
    end(): void {
      if (err.isTTY && shown) err.write(clearLine)
    },
  }
}
