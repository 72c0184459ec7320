import { InvalidInput } from '@alidade/model'
import { Command, InvalidArgumentError, Option } from 'commander'
import { exportCommand } from './commands/export.ts'
import { type ImpactFlags, impactCommand } from './commands/impact.ts'
import { type ImportFlags, importCommand } from './commands/import.ts'
import { backupCommand, copyCommand, type KeepFlags, restoreCommand } from './commands/keep.ts'
import { type QueryFlags, queryCommand } from './commands/query.ts'
import { type ServeFlags, serveCommand } from './commands/serve.ts'
import { readCommandEnvironment } from './environment.ts'
import type { Streams } from './output/streams.ts'
import { version } from './version.ts'

const settings = `
Examples:
  alidade serve
  alidade import ../checkouts
  alidade impact service:default/checkout
  alidade query - <<< '{ teams { nodes { name } } }'
  alidade export > graph.json
  alidade backup alidade.backup

Settings, in the environment:
  ALIDADE_DATA        folder of the embedded store; else .alidade beside the nearest alidade.yaml,
                      in the root of the workspace, or here
  NEO4J_URI           keeps the graph in Neo4j instead; with NEO4J_USERNAME, NEO4J_PASSWORD, NEO4J_DATABASE
  ALIDADE_HOST        address to listen on (127.0.0.1; any other needs ALIDADE_TOKENS)
  ALIDADE_PORT        port to listen on (4000)
  ALIDADE_TOKENS      who may ask: name:read:token or name:write:token, comma-separated
  ALIDADE_PUBLIC_URL  where browsers reach the server, if that is not where it listens
  ALIDADE_URL         a running server that query, impact and export ask instead of the local store;
                      with ALIDADE_TOKEN

Exit codes: 0 done (an import that lists problems included), 2 not done (nothing to import included).`

/** The command line. What it answers beside data and messages is the exit code, by `end`. */
export function createProgram(streams: Streams, end: (code: 0 | 2) => void): Command {
  const program = new Command('alidade')
    .description('Shows how the teams of an organisation depend on each other, and how we know.')
    .version(version)
    .helpOption('-h, --help', 'show this, or what a command takes')
    .helpCommand('help [command]', 'show what a command takes')
    .addHelpText('after', settings)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => void streams.out.write(text),
      writeErr: (text) => void streams.err.write(text),
    })

  program
    .command('serve')
    .description('serve the web client and GraphQL, until Ctrl-C')
    .option(
      '--sample',
      'import the sample organisation, also into Neo4j (the embedded store gets it when empty)',
    )
    .action((flags: ServeFlags) => serveCommand(flags, streams))

  program
    .command('import')
    .description('read files, or folders of checkouts, into the graph; what is in them is recognised')
    .argument('<path...>', 'files or folders; what lies under them is replaced by what is there now')
    .option('--source <name>', 'name of the repository, where its origin gives none')
    .option('--dry-run', 'only say what would change')
    .option('--json', 'write the whole report as JSON')
    .option('--as <name>', 'who makes the change (else your user name)')
    .action(async (paths: string[], flags: ImportFlags) => {
      const done = await importCommand(paths, flags, readCommandEnvironment(), streams)
      if (!done) end(2)
    })

  program
    .command('query')
    .description('run a GraphQL query, and write the answer as JSON')
    .argument('<file>', 'file with the query, or - for standard input')
    .option('--variables <json>', 'variables of the query, as a JSON object')
    .option('--operation <name>', 'which operation, where the file has several')
    .action(async (file: string, flags: QueryFlags) => {
      const whole = await queryCommand(file, flags, readCommandEnvironment(), streams)
      if (!whole) end(2)
    })

  program
    .command('impact')
    .description('say who would notice a change of these, by team')
    .argument('<ref...>', 'e.g. service:default/checkout')
    .option('--depth <steps>', 'how many steps at most (else all the way)', wholeNumber)
    .option('--json', 'write the answer as JSON')
    .action((refs: string[], flags: ImpactFlags) =>
      impactCommand(refs, flags, readCommandEnvironment(), streams),
    )

  program
    .command('export')
    .description('write the whole graph to standard output')
    .addOption(new Option('--format <format>', 'how to write it').choices(['json']).default('json'))
    .action(() => exportCommand(readCommandEnvironment(), streams))

  program
    .command('backup')
    .description('write all that the store keeps into one file, also while a server runs')
    .argument('<file>', 'file to write, e.g. alidade.backup')
    .option('--json', 'write the report as JSON')
    .action((file: string, flags: KeepFlags) => backupCommand(file, flags, readCommandEnvironment(), streams))

  program
    .command('restore')
    .description('fill an empty store from a backup, of either engine')
    .argument('<file>', 'file that backup wrote')
    .option('--json', 'write the report as JSON')
    .action((file: string, flags: KeepFlags) =>
      restoreCommand(file, flags, readCommandEnvironment(), streams),
    )

  program
    .command('copy')
    .description('fill Neo4j (NEO4J_URI) from the embedded store (ALIDADE_DATA), or the reverse')
    .addOption(
      new Option('--to <store>', 'the one to fill, which is empty')
        .choices(['neo4j', 'embedded'])
        .makeOptionMandatory(),
    )
    .option('--json', 'write the report as JSON')
    .action((flags: KeepFlags & { to: 'neo4j' | 'embedded' }) =>
      copyCommand(flags, readCommandEnvironment(), streams),
    )

  return program
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text) || text === '0') throw new InvalidArgumentError('Give a whole number from 1.')
  return Number(text)
}

/** What a person is told of an error: of one that they can mend what to do, of any other where it happened. */
export function messageOf(error: unknown): string {
  if (error instanceof InvalidInput) return `alidade: ${error.message}`
  return `alidade failed, which is a defect: ${error instanceof Error ? error.stack : String(error)}`
}
