import { type Streams, say } from '../output/streams.ts'
import { counted } from '../output/words.ts'

/** How it is called: from a checkout, where Node runs the sources, or from the bundle. */
const command = import.meta.url.endsWith('.ts') ? 'npx -y pnpm alidade' : 'alidade'

export interface ServeFlags {
  readonly sample?: boolean
}

/** `alidade serve`: runs until it is told to stop. */
export async function serveCommand(flags: ServeFlags, streams: Streams): Promise<void> {
  const { readEnvironment, serve, stopOnSignal } = await import('@alidade/server')
  const server = await serve(readEnvironment(), flags.sample ? { sample: true } : {})
  const { promise: stopped, resolve, reject } = Promise.withResolvers<void>()
  stopOnSignal(() => {
    say(streams, 'Stopping: requests under way are finished first.')
    return server.stop().then(resolve, reject)
  })
  const { entities, relations, revision } = server.counts
  const lines = [
    `The graph is in ${server.where}: ${counted(entities, 'entity', 'entities')}, ${counted(relations, 'relation')}, revision ${revision}.`,
    ...(server.sample && entities > 0
      ? [
          'It was empty, so the sample organisation is in it; it leaves when you import something of your own.',
        ]
      : []),
    ...(entities === 0 ? ['It is empty: import something, or start with --sample.'] : []),
    ...(server.hasWebClient ? [] : ['The web client is not built: npx -y pnpm build does it.']),
    `Alidade is at ${server.url} (GraphQL at ${server.url}/graphql). Ctrl-C stops it.`,
    `Import your own: ${command} import PATH…`,
  ]
  for (const line of lines) say(streams, line)
  await stopped
}
