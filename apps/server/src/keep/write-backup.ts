import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { GraphStore } from '@alidade/graph'
import { InvalidInput } from '@alidade/model'
import { formatVersion, type Head, schemaVersion } from './format.ts'
import { type Sums, summing } from './sums.ts'

/**
 * Writes all that a store keeps into a file, which appears under its name when it is whole and on the disk. Only its
 * owner may read it.
 * @param at when, a UTC instant
 * @throws InvalidInput `backup-not-written`
 */
export async function writeBackup(
  store: GraphStore,
  file: string,
  at: string,
  onRows?: (rows: number) => void,
): Promise<Sums> {
  const partial = `${file}.${randomUUID()}.partial`
  const sum = summing()
  try {
    await pipeline(
      Readable.from(lines()),
      createGzip({ level: 3 }),
      createWriteStream(partial, { flags: 'wx', mode: 0o600 }),
    )
    await toDisk(partial)
    await rename(partial, file)
    await toDisk(dirname(file))
    return sum.sums()
  } catch (error) {
    await rm(partial, { force: true })
    throw explained(error, file)
  }

  async function* lines(): AsyncGenerator<string> {
    const hash = createHash('sha256')
    const head: Head = {
      alidade: 'backup',
      format: formatVersion,
      schema: schemaVersion,
      at,
      engine: store.engine,
    }
    const line = (value: string) => {
      hash.update(value).update('\n')
      return `${value}\n`
    }
    yield line(JSON.stringify(head))
    for await (const { of, rows } of store.dump()) {
      for (const row of rows) {
        const text = JSON.stringify(row)
        sum.add(of, text)
        yield line(`["${of}",${text}]`)
      }
      onRows?.(sum.rows())
    }
    yield `${JSON.stringify({ end: { sums: sum.sums(), sha256: hash.digest('hex') } })}\n`
  }
}

async function toDisk(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function explained(error: unknown, file: string): unknown {
  if (!(error instanceof Error && 'syscall' in error)) return error
  return new InvalidInput(
    'backup-not-written',
    `the backup can't be written to ${file} (${error.message}): let Alidade write there, make room, or name another file`,
  )
}
