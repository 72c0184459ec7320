/** One instruction of a Dockerfile, its continued lines joined. */
export interface Instruction {
  readonly name: string
  readonly value: string
  /** From 1. */
  readonly line: number
}

/**
 * The instructions of a Dockerfile in order, without comments. Knows what ours uses: no heredocs, no escape directive.
 * @see https://docs.docker.com/reference/dockerfile/
 */
export function readDockerfile(text: string): readonly Instruction[] {
  const instructions: Instruction[] = []
  let pending: { text: string; line: number } | undefined
  for (const [index, raw] of text.split('\n').entries()) {
    if (/^\s*#/.test(raw) || (!pending && raw.trim() === '')) continue
    const continued = /\\\s*$/.test(raw)
    const part = raw.replace(/\\\s*$/, '').trim()
    pending = pending ? { ...pending, text: `${pending.text} ${part}` } : { text: part, line: index + 1 }
    if (continued) continue
    const [, name = '', value = ''] = /^(\S+)\s*(.*)$/s.exec(pending.text) ?? []
    instructions.push({ name: name.toUpperCase(), value, line: pending.line })
    pending = undefined
  }
  return instructions
}

/** The stages, each from its FROM on. */
export function stagesOf(instructions: readonly Instruction[]): readonly (readonly Instruction[])[] {
  const stages: Instruction[][] = []
  for (const instruction of instructions) {
    if (instruction.name === 'FROM') stages.push([])
    stages.at(-1)?.push(instruction)
  }
  return stages
}
