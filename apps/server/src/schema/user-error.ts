import { InvalidInput } from '@alidade/model'
import { builder } from './builder.ts'

/** What the one who asked can mend. */
export interface UserErrorModel {
  /** The input field, from the outside in. */
  readonly field?: readonly string[]
  readonly code: string
  readonly message: string
}

export const UserError = builder.objectRef<UserErrorModel>('UserError').implement({
  description: 'Why a mutation did nothing, where the one who asked can mend it.',
  fields: (t) => ({
    field: t.exposeStringList('field', { description: 'The field of the input, from the outside in.' }),
    code: t.exposeString('code', {
      nullable: false,
      description: 'What is wrong, as a word; see docs/reference/graphql-errors.md.',
    }),
    message: t.exposeString('message', { nullable: false, description: 'What is wrong, and what to do.' }),
  }),
})

/** @throws what is no InvalidInput */
export function userError(error: unknown, field?: readonly string[]): UserErrorModel {
  if (!(error instanceof InvalidInput)) throw error
  return { code: error.code, message: error.message, ...(field && { field }) }
}
