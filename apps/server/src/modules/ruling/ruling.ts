import type { Ruling as RulingBody } from '@alidade/model'
import { builder } from '../../schema/builder.ts'
import { UserError, type UserErrorModel } from '../../schema/user-error.ts'
import { ruleIdentity, undoRuling } from './resolve.ts'

interface RulingModel extends RulingBody {
  readonly undone: boolean
}

export interface RulingPayloadModel {
  readonly ruling: RulingModel | null
  readonly userErrors: readonly UserErrorModel[]
}

const RulingSays = builder.enumType('RulingSays', {
  description: 'What a person says of two refs.',
  values: {
    SAME: { value: 'same', description: 'One thing under two names.' },
    DIFFERENT: { value: 'different', description: 'Two things.' },
  } as const,
})

const Ruling = builder.objectRef<RulingModel>('Ruling').implement({
  description: 'What a person said of two refs. DIFFERENT wins over whatever joins the two by inference.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'For `undoRuling`.', nullable: false }),
    says: t.expose('says', { description: 'Whether they are one.', type: RulingSays, nullable: false }),
    a: t.expose('a', { description: 'The one.', type: 'Ref', nullable: false }),
    b: t.expose('b', { description: 'The other.', type: 'Ref', nullable: false }),
    by: t.exposeString('by', { description: 'Who said so.', nullable: false }),
    at: t.expose('at', { description: 'When it was said.', type: 'DateTime', nullable: false }),
    why: t.exposeString('why', { description: 'Why, as that person said.' }),
    undone: t.exposeBoolean('undone', { description: 'Whether it was taken back.', nullable: false }),
  }),
})

const actorDescription = 'Who says so, on loopback without tokens.'

const RuleIdentityInput = builder.inputType('RuleIdentityInput', {
  description: 'What you say of two refs.',
  fields: (t) => ({
    says: t.field({ description: 'Whether they are one.', type: RulingSays, required: true }),
    a: t.field({ description: 'The one.', type: 'Ref', required: true }),
    b: t.field({ description: 'The other.', type: 'Ref', required: true }),
    why: t.string({ description: 'Why, for whoever asks later; at most 1,000 characters.' }),
    actor: t.string({ description: actorDescription }),
  }),
})

const UndoRulingInput = builder.inputType('UndoRulingInput', {
  description: 'Which ruling to take back.',
  fields: (t) => ({
    id: t.id({ description: 'The `id` of a ruling.', required: true }),
    actor: t.string({ description: actorDescription }),
  }),
})

const payload = (name: string) =>
  builder.objectRef<RulingPayloadModel>(name).implement({
    description: 'What became of it.',
    fields: (t) => ({
      ruling: t.expose('ruling', { type: Ruling, description: 'Null where nothing was done.' }),
      userErrors: t.expose('userErrors', {
        type: [UserError],
        nullable: false,
        description: 'Why nothing was done; empty when it was.',
      }),
    }),
  })
const RuleIdentityPayload = payload('RuleIdentityPayload')
const UndoRulingPayload = payload('UndoRulingPayload')

builder.mutationField('ruleIdentity', (t) =>
  t.field({
    type: RuleIdentityPayload,
    nullable: false,
    description:
      'Two refs are (or are not) the same thing; recorded with who and why, and taken back by undoRuling.',
    args: { input: t.arg({ type: RuleIdentityInput, required: true, description: 'What you say.' }) },
    resolve: ruleIdentity,
  }),
)

builder.mutationField('undoRuling', (t) =>
  t.field({
    type: UndoRulingPayload,
    nullable: false,
    description: 'Takes a ruling back: the graph is as if it had never been given.',
    args: { input: t.arg({ type: UndoRulingInput, required: true, description: 'Which one.' }) },
    resolve: undoRuling,
  }),
)
