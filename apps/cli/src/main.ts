#!/usr/bin/env node
import { CommanderError } from 'commander'
import { say, standardStreams } from './output/streams.ts'
import { createProgram, messageOf } from './program.ts'

// Whoever reads the output may stop before its end (`alidade export | head`).
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(2)
})

const end = (code: 0 | 2) => {
  process.exitCode = code
}

try {
  await createProgram(standardStreams, end).parseAsync()
} catch (error) {
  // Help and version come as errors too; what is wrong with a command was said already.
  if (error instanceof CommanderError) end(error.exitCode === 0 ? 0 : 2)
  else {
    say(standardStreams, messageOf(error))
    end(2)
  }
}
