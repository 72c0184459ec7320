import type { Ruling as RulingBody } from '@alidade/model'
import { builder } from '../../schema/builder.ts'
import { UserError, type UserErrorModel } from '../../schema/user-error.ts'
import { ruleIdentity, undoRuling } from './resolve.ts'

export interface RulingModel extends RulingBody {
  readonly undone: boolean
}

export interface RulingPayloadModel {
  readonly ruling: RulingModel | null
  readonly userErrors: readonly UserErrorModel[]
}

const RulingSays = builder.enumType('RulingSays', {
  description: 'What a person says of two refs.',
  values: { SAME: { value: 'same' }, DIFFERENT: { value: 'different' } } as const,
})

const Ruling = builder.objectRef<RulingModel>('Ruling').implement({
  description: 'What a person said of two refs. DIFFERENT wins over whatever joins the two by inference.',
  fields: (t) => ({
    id: t.exposeID('id', { nullable: false }),
    says: t.expose('says', { type: RulingSays, nullable: false }),
    a: t.expose('a', { type: 'Ref', nullable: false }),
    b: t.expose('b', { type: 'Ref', nullable: false }),
    by: t.exposeString('by', { nullable: false }),
    at: t.expose('at', { type: 'DateTime', nullable: false }),
    why: t.exposeString('why'),
    undone: t.exposeBoolean('undone', { nullable: false }),
  }),
})

const actorDescription = 'Who says so, on loopback without tokens.'

const RuleIdentityInput = builder.inputType('RuleIdentityInput', {
  fields: (t) => ({
    says: t.field({ type: RulingSays, required: true }),
    a: t.field({ type: 'Ref', required: true }),
    b: t.field({ type: 'Ref', required: true }),
    why: t.string(),
    actor: t.string({ description: actorDescription }),
  }),
})

const UndoRulingInput = builder.inputType('UndoRulingInput', {
  fields: (t) => ({
    id: t.id({ required: true }),
    actor: t.string({ description: actorDescription }),
  }),
})

const payload = (name: string) =>
  builder.objectRef<RulingPayloadModel>(name).implement({
    fields: (t) => ({
      ruling: t.expose('ruling', { type: Ruling }),
      userErrors: t.expose('userErrors', { type: [UserError], nullable: false }),
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
    args: { input: t.arg({ type: RuleIdentityInput, required: true }) },
    resolve: ruleIdentity,
  }),
)

builder.mutationField('undoRuling', (t) =>
  t.field({
    type: UndoRulingPayload,
    nullable: false,
    description: 'Takes a ruling back: the graph is as if it had never been given.',
    args: { input: t.arg({ type: UndoRulingInput, required: true }) },
    resolve: undoRuling,
  }),
)
