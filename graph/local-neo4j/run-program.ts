import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const execute = promisify(execFile)

/**
 * What a program says on its standard output.
 * @throws Error with what it said on failing
 */
export async function runProgram(
  program: string,
  args: readonly string[],
  options: { cwd?: string } = {},
): Promise<string> {
  try {
    const { stdout } = await execute(program, args, { ...options, maxBuffer: 16 * 1024 * 1024 })
    return stdout
  } catch (error) {
    const said = error instanceof Error && 'stdout' in error && 'stderr' in error ? error : undefined
    const output = [said?.stdout, said?.stderr].filter(Boolean).join('\n').trim().slice(-2_000)
    throw new Error(`${program} ${args[0] ?? ''} failed: ${output || error}`, { cause: error })
  }
}

/** Whether there is such a program to run. */
export async function hasProgram(program: string): Promise<boolean> {
  return execute(program, ['--version']).then(
    () => true,
    () => false,
  )
}
