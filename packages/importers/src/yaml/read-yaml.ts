import type { Problem } from '@alidade/model'
import { LineCounter, type ParsedNode, parseDocument } from 'yaml'
import { convert, NotConverted } from './convert.ts'
import type { YamlNode } from './node.ts'
import { type DocumentText, splitDocuments } from './split-documents.ts'

/** What a YAML file says. */
export interface YamlFile {
  /** Those that can be read, in order; one without content is left out. */
  readonly documents: readonly YamlNode[]
  /** Each with its line and a remedy: `yaml-malformed`, `yaml-duplicate-key`, `yaml-aliases`, `yaml-too-deep`. */
  readonly problems: readonly Problem[]
  /** Set when no document of the file can be read, and why. */
  readonly unreadable?: string
}

/**
 * Reads every document of a YAML (or JSON) file by itself: one that is broken is a problem, the others are read.
 * A key that is written twice in a map is a problem, and the last one counts. Nesting is bounded at 100 levels and what
 * aliases repeat at a million values, so that a small file can't grow without end.
 * @param file for the problems
 */
export function readYaml(file: string, text: string): YamlFile {
  const documents: YamlNode[] = []
  const problems: Problem[] = []
  for (const document of splitDocuments(text)) {
    const node = readDocument(file, document, problems)
    if (node) documents.push(node)
  }
  const worst = problems.find(({ severity }) => severity === 'error')
  return {
    documents,
    problems,
    ...(documents.length === 0 && worst ? { unreadable: `line ${worst.line}: ${worst.message}` } : {}),
  }
}

function readDocument(file: string, { text, line }: DocumentText, problems: Problem[]): YamlNode | undefined {
  const lines = new LineCounter()
  // Lines on which something stands are asked for by offset; the document may begin anywhere in its file.
  const lineAt = (offset: number) => Math.max(lines.linePos(offset).line, 1) + line - 1
  const problem = (code: string, at: number, message: string, severity: Problem['severity'] = 'error') => {
    problems.push({ code, severity, file, line: at, message })
  }
  try {
    const { contents, errors } = parseDocument<ParsedNode>(text, {
      // The library compares each key with each other one; `convert` looks them up instead.
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
      lineCounter: lines,
    })
    const [error] = errors
    // The library follows nesting by recursion, and says so where the stack ends.
    if (error?.code === 'RESOURCE_EXHAUSTION') {
      problem('yaml-too-deep', line, 'this document is nested too deeply to be read: keep to 100 levels')
      return undefined
    }
    if (error) {
      problem(
        'yaml-malformed',
        lineAt(error.pos[0]),
        `this YAML can't be read (${reasonOf(error.message)}): mend the line, or the one before it`,
      )
      return undefined
    }
    if (!contents) return undefined
    return convert(contents, lineAt, (key, first, again) =>
      problem(
        'yaml-duplicate-key',
        again,
        `"${key}" is written twice in one map (before in line ${first}): the last one counts; remove the other`,
        'warning',
      ),
    )
  } catch (error) {
    if (!(error instanceof NotConverted)) throw error
    problem(error.code, error.line, error.message)
    return undefined
  }
}

/** The library ends some messages with an excerpt after a blank line. */
function reasonOf(message: string): string {
  return message.split('\n')[0]?.replace(/[.:]$/, '') ?? message
}
