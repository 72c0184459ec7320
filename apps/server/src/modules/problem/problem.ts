import type { Problem as ProblemBody } from '@alidade/model'
import { builder } from '../../schema/builder.ts'
import type { Page } from '../../schema/page.ts'
import { pageArguments } from '../../schema/page-arguments.ts'
import { costOfPage, countedBefore, PageInfoRef } from '../../schema/page-fields.ts'
import { problems } from './resolve.ts'

interface ProblemModel extends ProblemBody {
  readonly source: string
}

export interface ProblemPageModel extends Omit<Page<ProblemModel>, 'items'> {
  readonly nodes: readonly ProblemModel[]
}

const Severity = builder.enumType('Severity', {
  description: 'What a problem cost.',
  values: {
    ERROR: { value: 'error', description: 'Something was not read.' },
    WARNING: { value: 'warning', description: 'It was read, and is likely not meant so.' },
  } as const,
})

const Problem = builder.objectRef<ProblemModel>('Problem').implement({
  description: 'Something in a file that a person should know of.',
  fields: (t) => ({
    code: t.exposeString('code', {
      description: 'What is wrong, as a word; see docs/reference/problems.md.',
      nullable: false,
    }),
    severity: t.expose('severity', { description: 'What it cost.', type: Severity, nullable: false }),
    message: t.exposeString('message', {
      nullable: false,
      description: 'What is wrong, and what to do about it.',
    }),
    source: t.exposeString('source', { nullable: false, description: 'The id of the source.' }),
    file: t.exposeString('file', { description: 'From the repository’s root.', nullable: false }),
    line: t.exposeInt('line', { description: 'From 1.', nullable: false }),
  }),
})

const ProblemConnection = builder.objectRef<ProblemPageModel>('ProblemConnection').implement({
  description: 'Problems, by source, file and line.',
  fields: (t) => ({
    totalCount: t.exposeInt('totalCount', {
      nullable: false,
      description: 'Of all, however few are asked for.',
    }),
    pageInfo: t.expose('pageInfo', {
      description: 'Where the page lies.',
      type: PageInfoRef,
      nullable: false,
    }),
    nodes: t.expose('nodes', {
      description: 'The page.',
      type: [Problem],
      nullable: false,
      complexity: countedBefore,
    }),
  }),
})

builder.queryField('problems', (t) =>
  t.field({
    type: ProblemConnection,
    description: 'What could not be read as meant, at the last import of each source.',
    args: pageArguments(t.arg),
    complexity: costOfPage,
    resolve: problems,
  }),
)
