import type { ImportProgress } from '@alidade/server'
import type { Streams } from './streams.ts'

/** Shows how far an import is. */
export interface Progress {
  show(progress: ImportProgress): void
  /** Takes away what is shown in place. */
  end(): void
}

const between = 100
const clearLine = '\r\x1b[2K'

/** In place on a terminal, at most ten times a second; elsewhere one line for each stage. */
export function progressOn({ err }: Streams, now: () => number = Date.now): Progress {
  let stage = ''
  let last = 0
  return {
    show(progress) {
      const isNew = progress.stage !== stage
      stage = progress.stage
      if (!err.isTTY) {
        if (isNew) err.write(`${started[progress.stage]}\n`)
        return
      }
      if (!isNew && now() - last < between) return
      last = now()
      err.write(clearLine + inWords(progress))
    },
    end() {
      if (err.isTTY && stage !== '') err.write(clearLine)
    },
  }
}

const started = {
  read: 'Reading files …',
  plan: 'Working out what changes …',
  apply: 'Writing …',
} as const satisfies Record<ImportProgress['stage'], string>

function inWords(progress: ImportProgress): string {
  if (progress.stage === 'read') {
    return `Reading: ${count(progress.files)} files looked at, ${count(progress.read)} read`
  }
  if (progress.stage === 'plan') return started.plan
  return `Writing: ${count(progress.commits)} of ${count(progress.of)} commits`
}

const count = (number: number) => number.toLocaleString('en')
