/**
 * One line of JSON on stderr, for the events that someone who runs the server needs: refusals and failures. Nothing that a
 * client sent as a secret belongs in it.
 */
export function log(event: string, details: Readonly<Record<string, unknown>>): void {
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), event, ...details })}\n`)
}
