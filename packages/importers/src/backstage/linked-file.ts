import { posix } from 'node:path'
import { type Context, note, orNote } from '../envelope/context.ts'
import type { Located } from '../yaml/fields.ts'

/** A file of this machine that a descriptor names. */
export interface LinkedFile {
  /** From the repository's root. */
  readonly path: string
  readonly text: string
}

/** What a descriptor names by a path from its own folder; a problem where it is remote, missing or outside the root. */
export async function linkedFile(
  context: Context,
  { value, line }: Located<string>,
): Promise<LinkedFile | undefined> {
  if (isRemote(context, { value, line })) return undefined
  const path = fromRoot(context, value)
  return orNote(context, line, async () => {
    const text = await context.file.surroundings.readText(path)
    if (text !== undefined) return { path, text }
    note(context, line, 'file-missing', `${value} is not there: add it, or remove this line`)
    return undefined
  })
}

/** Files that a pattern finds, from the descriptor's own folder. */
export async function linkedFiles(
  context: Context,
  { value, line }: Located<string>,
): Promise<readonly string[]> {
  if (!/[*?[{]/.test(value)) {
    const file = await linkedFile(context, { value, line })
    return file ? [file.path] : []
  }
  if (isRemote(context, { value, line })) return []
  const found = await orNote(context, line, () => context.file.surroundings.glob(fromRoot(context, value)))
  if (found?.length === 0) {
    note(context, line, 'file-missing', `${value} finds no file: mend the pattern, or remove it`, 'warning')
  }
  return found ?? []
}

function isRemote(context: Context, { value, line }: Located<string>): boolean {
  const remote = /^[a-z][a-z0-9+.-]+:\/\//i.test(value)
  if (remote) {
    note(
      context,
      line,
      'remote-not-fetched',
      `${shown(value)} is remote, and nothing is fetched from elsewhere: keep a copy in the repository and name that`,
      'warning',
    )
  }
  return remote
}

/** Without what a person should not find in a report: a name and password, a token in a query. */
function shown(url: string): string {
  return url.replace(/\/\/[^/@]*@/, '//').replace(/[?#].*$/, '')
}

/** An absolute path stays one, and is refused as being outside. */
function fromRoot({ file }: Context, path: string): string {
  return posix.isAbsolute(path) ? path : posix.join(posix.dirname(file.path), path)
}
