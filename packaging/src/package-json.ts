import { version } from '../../apps/cli/src/version.ts'

/** What the packed tarball says of itself. */
export function packageJson() {
  return {
    name: 'alidade',
    version,
    description:
      'Shows how the teams of an organisation depend on each other, and what a change would do to them',
    license: 'Apache-2.0',
    type: 'module',
    bin: { alidade: 'alidade.js' },
    engines: { node: '>=26' },
  }
}
