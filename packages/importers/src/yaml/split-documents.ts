/** The text of one document of a file. */
export interface DocumentText {
  readonly text: string
  /** The line of the file on which it begins, from 1. */
  readonly line: number
}

const marker = /^(?:---|\.\.\.)(?=[ \t\r\n]|$)/gm

/**
 * The documents of a YAML file, in order, each to be parsed by itself, so that one that is broken (an open bracket, an
 * open quote) does not swallow the next. A line that begins with `---` begins a document wherever it stands, even
 * inside a quoted text or a block. Documents without content are left out.
 * @see https://yaml.org/spec/1.2.2/#912-document-markers
 */
export function splitDocuments(text: string): readonly DocumentText[] {
  const documents: DocumentText[] = []
  let from = 0
  let line = 1
  let directives = false
  const add = (to: number) => {
    const piece = text.slice(from, to)
    directives = /^%/m.test(piece) && !/^---/m.test(piece)
    if (directives) return
    if (!isEmpty(piece)) documents.push({ text: piece, line })
    line += lineBreaks(piece)
    from = to
  }
  for (const { index } of text.matchAll(marker)) if (index > from) add(index)
  add(text.length)
  if (directives) documents.push({ text: text.slice(from), line })
  return documents
}

/** Nothing but comments and blank lines. */
function isEmpty(piece: string): boolean {
  return !/^[ \t]*[^\s#]/m.test(piece.replace(/^(?:---|\.\.\.)/, ''))
}

function lineBreaks(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++
  return count
}
