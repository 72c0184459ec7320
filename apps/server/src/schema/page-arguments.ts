import type { builder } from './builder.ts'

type ArgumentBuilder = Parameters<Parameters<typeof builder.queryField>[1]>[0]['arg']

/** What a connection takes. */
export function pageArguments(arg: ArgumentBuilder) {
  return {
    first: arg.int({ defaultValue: 100, description: 'At most 1,000.' }),
    after: arg.string({ description: 'The `cursor` that the page is to follow.' }),
  }
}
