import { createHash } from 'node:crypto'
import { open, stat } from 'node:fs/promises'

const largestFile = 20 * 1024 * 1024

/** A file's text with the SHA-256 of its bytes, or why there is none. */
export type TextFile = { readonly text: string; readonly hash: string } | NoText

export interface NoText {
  readonly code: 'file-missing' | 'file-too-large' | 'file-unreadable' | 'file-not-utf8'
  /** What is wrong and what to do. */
  readonly message: string
}

/** Reads a file of at most 20 MB as UTF-8; a byte order mark is left out. Only plain files are opened to be read. */
export async function readTextFile(path: string): Promise<TextFile> {
  try {
    const about = await stat(path)
    // Opening a named pipe would wait for somebody to write to it.
    if (!about.isFile()) return { code: 'file-unreadable', message: 'is not a plain file: name a file' }
    if (about.size > largestFile) {
      const message = `is ${Math.ceil(about.size / 1024 / 1024)} MB, and files over 20 MB are not read: split it`
      return { code: 'file-too-large', message }
    }
    const handle = await open(path)
    try {
      const bytes = await handle.readFile()
      return { text: utf8.decode(bytes), hash: sha256(bytes) }
    } finally {
      await handle.close()
    }
  } catch (error) {
    if (error instanceof TypeError)
      return { code: 'file-not-utf8', message: 'is not UTF-8 text: save it as UTF-8' }
    return unreadable(error)
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

function unreadable(error: unknown): NoText {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === undefined) throw error
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return { code: 'file-missing', message: 'is not there: add it, or remove what names it' }
  return {
    code: 'file-unreadable',
    message: `can't be read (${String(code)}): let the importing user read it`,
  }
}
