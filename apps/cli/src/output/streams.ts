import { once } from 'node:events'

/** Where a command writes: data on `out`, progress and messages on `err`. */
export interface Streams {
  readonly out: NodeJS.WriteStream
  readonly err: NodeJS.WriteStream
}

export const standardStreams: Streams = { out: process.stdout, err: process.stderr }

/** Writes data, as fast as whoever reads it takes it. */
export async function writeOut({ out }: Streams, text: string): Promise<void> {
  if (!out.write(text)) await once(out, 'drain')
}

/** One line for a person. */
export function say({ err }: Streams, line: string): void {
  err.write(`${line}\n`)
}
