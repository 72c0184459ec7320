import type { Evidence as EvidenceModel } from '@alidade/model'
import type { GraphView } from '../../graph/graph-view.ts'
import { builder } from '../../schema/builder.ts'
import { Confidence } from '../../schema/enums.ts'
import { Source } from '../source/source.ts'
import { addressOf, isStale, sourceOfEvidence } from './resolve.ts'

/** Evidence in a view, which knows its source. */
export interface EvidenceNode {
  readonly view: GraphView
  readonly evidence: EvidenceModel
}

export const Evidence = builder.objectRef<EvidenceNode>('Evidence').implement({
  description: 'One place that says so, and how sure that makes it.',
  fields: (t) => ({
    source: t.field({
      description: 'Who says so.',
      type: Source,
      nullable: false,
      resolve: sourceOfEvidence,
    }),
    confidence: t.field({
      description: 'How sure that makes it.',
      type: Confidence,
      nullable: false,
      resolve: ({ evidence }) => evidence.confidence,
    }),
    file: t.string({
      nullable: false,
      description: 'From the repository’s root.',
      resolve: ({ evidence }) => evidence.file,
    }),
    line: t.int({ nullable: false, description: 'From 1.', resolve: ({ evidence }) => evidence.line }),
    reason: t.string({
      description: 'What exactly was read, where the place alone does not tell: `DATABASE_URL`.',
      resolve: ({ evidence }) => evidence.reason,
    }),
    environment: t.string({
      description: 'Where it holds, if not everywhere: `production`.',
      resolve: ({ evidence }) => evidence.environment,
    }),
    firstSeen: t.field({
      type: 'DateTime',
      description: 'When this place first said so.',
      resolve: ({ evidence }) => evidence.firstSeen,
    }),
    lastSeen: t.field({
      type: 'DateTime',
      description: 'For what was observed.',
      resolve: ({ evidence }) => evidence.lastSeen,
    }),
    count: t.int({
      description: 'For what was observed: how often.',
      resolve: ({ evidence }) => evidence.count,
    }),
    by: t.string({ description: 'The person who said so.', resolve: ({ evidence }) => evidence.by }),
    url: t.field({
      type: 'URL',
      description: 'The line in the forge, where the source’s origin is known.',
      resolve: addressOf,
    }),
    stale: t.boolean({
      description: 'True when the file can no longer be read, so that this is what it said before.',
      resolve: isStale,
    }),
  }),
})
