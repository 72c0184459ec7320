import { InvalidInput } from '@alidade/model'

/** @see https://sqlite.org/rescode.html */
const codes = {
  busy: 5,
  readOnly: 8,
  corrupt: 11,
  full: 13,
  failed: 10,
  cannotOpen: 14,
  notADatabase: 26,
} as const
const uniqueViolations: readonly unknown[] = [1555, 2067]

/** Whether SQLite refused a row because there is one with its key. */
export function isDuplicate(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && uniqueViolations.includes(error.errcode)
}

/** Whether SQLite refused to delete a row since others point at it. */
export function isForeignKey(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === 787
}

/** What SQLite could not do, as something that a person can mend where one can; all else as it is. */
export function explained(error: unknown, file: string): unknown {
  if (!(error instanceof Error)) return error
  if ('errcode' in error && typeof error.errcode === 'number') {
    const refusal = refusalOf(error.errcode & 0xff, file)
    return refusal ? new InvalidInput(...refusal) : error
  }
  if ('syscall' in error) {
    return new InvalidInput(
      'store-unusable',
      `the graph can't be kept in ${file} (${error.message}): let Alidade write there, or choose another folder`,
    )
  }
  return error
}

function refusalOf(code: number, file: string): [code: string, message: string] | undefined {
  switch (code) {
    case codes.full:
      return [
        'disk-full',
        `the disk that holds ${file} is full, and nothing was changed: make room, then repeat`,
      ]
    case codes.busy:
      return [
        'store-busy',
        `another program is writing to ${file}, and it took too long: let it finish or stop it, then repeat`,
      ]
    case codes.readOnly:
    case codes.cannotOpen:
      return [
        'store-unusable',
        `the graph can't be kept in ${file}: let Alidade write there, or choose another folder`,
      ]
    case codes.failed:
      return [
        'store-unusable',
        `the disk or the system refused to read or write ${file}, and nothing was changed: look at its free space, its limits on the size of files and its health, then repeat`,
      ]
    case codes.corrupt:
    case codes.notADatabase:
      return [
        'store-damaged',
        `${file} is damaged or no store of Alidade's: put a backup in its place, or move it away and import again`,
      ]
    default:
      return undefined
  }
}
