import type { KeepingReport } from '@alidade/server'
import { counted, duration } from './words.ts'

const did = { backup: 'Backed up', restore: 'Restored', copy: 'Copied' } as const

/** The report of a backup, a restore or a copy, for a person. */
export function keepingText({ did: what, from, to, revision, content, milliseconds }: KeepingReport): string {
  const { entities, relations, sources, readings, contents, commits, records } = content
  const amounts = [
    counted(entities.count, 'entity', 'entities'),
    counted(relations.count, 'relation'),
    counted(sources.count, 'source'),
    counted(readings.count, 'reading'),
    counted(contents.count, 'content'),
    counted(commits.count, 'commit'),
    counted(records.count, 'record'),
  ]
  return [
    `${did[what]} ${from} to ${to}, at revision ${revision}, in ${duration(milliseconds)}.`,
    `  ${amounts.join(', ')}.`,
    '  Both were compared by count and checksum of each kind, and are the same.',
    '',
  ].join('\n')
}
