import type { Problem } from '@alidade/model'
import type { YamlEntry, YamlNode } from '../../yaml/node.ts'
import { interpolate, type Variables } from './interpolate.ts'

/** Where what is wrong with a file is noted. */
export interface Notes {
  readonly file: string
  readonly problems: Problem[]
}

/** A value with variables put into its texts, not into keys; each variable without a value is noted once. */
export function interpolateNode(
  root: YamlNode,
  variables: Variables,
  { file, problems }: Notes,
  noted: Set<string>,
): YamlNode {
  // What aliases repeat is one node at every place, and is done once.
  const done = new Map<YamlNode, YamlNode>()

  function visit(node: YamlNode): YamlNode {
    const before = done.get(node)
    if (before) return before
    const after = replaced(node)
    done.set(node, after)
    return after
  }

  function replaced(node: YamlNode): YamlNode {
    if (node.is === 'list') return { ...node, items: node.items.map(visit) }
    if (node.is === 'map') {
      const entries = new Map<string, YamlEntry>()
      for (const [key, entry] of node.entries) entries.set(key, { ...entry, value: visit(entry.value) })
      return { ...node, entries }
    }
    if (typeof node.value !== 'string' || !node.value.includes('$')) return node
    const { text, unset, missing, tooLong } = interpolate(node.value, variables)
    const note = (code: string, name: string, severity: Problem['severity'], message: string) => {
      if (noted.has(`${code} ${name}`)) return
      noted.add(`${code} ${name}`)
      problems.push({ code, severity, file, line: node.line, message })
    }
    for (const name of unset) {
      const message = `\`${name}\` has no value here, and was read as empty: set it in the .env beside the file or the \`env_file\` of its include, or write a default (\`\${${name}:-…}\`)`
      note('variable-unset', name, 'warning', message)
    }
    for (const { name, why } of missing) {
      const said = why === '' ? '' : ` (it says: ${why})`
      const message = `\`${name}\` must be set and has no value here${said}: set it in the .env beside the file or the \`env_file\` of its include; what it stands in was read without it`
      note('variable-required', name, 'error', message)
    }
    if (tooLong) {
      const message =
        'the text with its variables is longer than 65,536 characters, and was read without them: make it shorter'
      note('value-too-long', String(node.line), 'warning', message)
    }
    return { ...node, value: text, text }
  }

  return visit(root)
}
