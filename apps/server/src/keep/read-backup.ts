import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { type DumpChunk, dumpRows } from '@alidade/graph'
import { InvalidInput } from '@alidade/model'
import { anyHead, end, formatVersion, row, schemaVersion } from './format.ts'
import { differences, type KindOfRows, type Sums, summing } from './sums.ts'

const mostRows = 500
const mostCharacters = 4_000_000

/**
 * The rows of a backup, as a store loads them. All of it is sound only when it ends without an error.
 * @param onEnd is given what the backup says that it holds, once that is found to be so
 * @throws InvalidInput `backup-unreadable`, `backup-damaged` for what is none, breaks off or was altered, `backup-newer`
 */
export async function* readBackup(file: string, onEnd?: (sums: Sums) => void): AsyncGenerator<DumpChunk> {
  const damaged = (why: string) =>
    new InvalidInput(
      'backup-damaged',
      `${file} ${why}, and nothing was restored from it: use another copy of it, or another backup`,
    )
  const hash = createHash('sha256')
  const sum = summing()
  let number = 0
  let ended = false
  let of: KindOfRows = 'state'
  let rows: unknown[] = []
  let characters = 0
  for await (const line of linesOf(file, damaged)) {
    number += 1
    if (ended) throw damaged(`goes on after its end, in line ${number}`)
    const value = parsed(line)
    if (number === 1) {
      checkHead(value)
    } else if (Array.isArray(value)) {
      const next = row.safeParse(value)
      if (!next.success) throw damaged(`has a row of no kind that there is, in line ${number}`)
      const [kind] = next.data
      const content = dumpRows[kind].safeParse(next.data[1])
      if (!content.success) throw damaged(`has a row that is none (${kind}), in line ${number}`)
      if (rows.length >= mostRows || characters >= mostCharacters || (kind !== of && rows.length > 0)) {
        yield { of, rows } as unknown as DumpChunk
        rows = []
        characters = 0
      }
      of = kind
      rows.push(content.data)
      characters += line.length
      sum.add(kind, JSON.stringify(content.data))
    } else {
      checkEnd(value)
      ended = true
    }
    if (!ended) hash.update(line).update('\n')
  }
  if (!ended) throw damaged('breaks off')
  if (rows.length > 0) yield { of, rows } as unknown as DumpChunk
  onEnd?.(sum.sums())

  function parsed(line: string): unknown {
    try {
      return JSON.parse(line)
    } catch {
      throw damaged(number === 1 ? 'is no backup of Alidade' : `is altered in line ${number}`)
    }
  }

  function checkHead(value: unknown): void {
    const { data } = anyHead.safeParse(value)
    if (!data) throw damaged('is no backup of Alidade')
    if (data.format <= formatVersion && data.schema <= schemaVersion) return
    throw new InvalidInput(
      'backup-newer',
      `${file} was written by a newer Alidade (format ${data.format}.${data.schema}, this one reads up to ` +
        `${formatVersion}.${schemaVersion}): restore it with that Alidade or a newer one`,
    )
  }

  function checkEnd(value: unknown): void {
    const { data } = end.safeParse(value)
    if (!data) throw damaged(`is altered in line ${number}`)
    const { sums, sha256 } = data.end
    if (sha256 !== hash.digest('hex') || differences(sums, sum.sums()).length > 0) {
      throw damaged('is altered: it has another checksum than it says')
    }
  }
}

async function* linesOf(file: string, damaged: (why: string) => Error): AsyncGenerator<string> {
  const text = createGunzip()
  // Its error comes out of the loop.
  pipeline(createReadStream(file), text, () => undefined)
  let rest: string[] = []
  try {
    for await (const piece of text.setEncoding('utf8') as AsyncIterable<string>) {
      const lines = piece.split('\n')
      if (lines.length === 1) {
        rest.push(piece)
        continue
      }
      yield rest.join('') + lines[0]
      yield* lines.slice(1, -1)
      rest = [lines.at(-1) ?? '']
    }
  } catch (error) {
    throw explained(error, file, damaged)
  }
  if (rest.join('') !== '') throw damaged('breaks off')
}

function explained(error: unknown, file: string, damaged: (why: string) => Error): unknown {
  if (!(error instanceof Error)) return error
  if ('syscall' in error) {
    return new InvalidInput(
      'backup-unreadable',
      `${file} can't be read (${error.message}): name a file that alidade backup wrote`,
    )
  }
  const code = 'code' in error ? String(error.code) : ''
  if (code === 'Z_BUF_ERROR') return damaged('breaks off')
  return code.startsWith('Z_') ? damaged('is no backup of Alidade, or is altered') : error
}
