import { randomUUID } from 'node:crypto'
import { InvalidInput, kindOfRef, parseRef, type Ref, type Ruling } from '@alidade/model'
import { actorOf } from '../../auth/caller.ts'
import type { Context } from '../../context.ts'
import { allRulings } from '../../import/rulings.ts'
import { type UserErrorModel, userError } from '../../schema/user-error.ts'
import type { RulingPayloadModel } from './ruling.ts'

interface RuleIdentityArguments {
  readonly input: {
    readonly says: Ruling['says']
    readonly a: string
    readonly b: string
    readonly why?: string | null | undefined
    readonly actor?: string | null | undefined
  }
}

interface UndoRulingArguments {
  readonly input: { readonly id: string | number; readonly actor?: string | null | undefined }
}

const longestWhy = 1_000

export async function ruleIdentity(
  _: unknown,
  { input }: RuleIdentityArguments,
  { parts, caller }: Context,
): Promise<RulingPayloadModel> {
  const actor = actorOf(caller, input.actor)
  const [a, b] = [readRef(input.a, 'a'), readRef(input.b, 'b')]
  const wrong = [a, b].flatMap((read) => ('error' in read ? [read.error] : []))
  if ('error' in a || 'error' in b) return refused(...wrong)
  const odd = checkPair(a.ref, b.ref) ?? checkWhy(input.why)
  if (odd) return refused(odd)
  const now = parts.now?.() ?? new Date()
  const ruling: Ruling = {
    id: randomUUID(),
    says: input.says,
    a: a.ref,
    b: b.ref,
    by: actor,
    at: now.toISOString(),
    ...(input.why && { why: input.why }),
  }
  await parts.reresolve(parts.graph.store, { give: ruling }, { actor, now })
  return { ruling: { ...ruling, undone: false }, userErrors: [] }
}

export async function undoRuling(
  _: unknown,
  { input }: UndoRulingArguments,
  { parts, caller }: Context,
): Promise<RulingPayloadModel> {
  const actor = actorOf(caller, input.actor)
  const known = (await allRulings(parts.graph.store)).find(({ ruling }) => ruling.id === String(input.id))
  if (!known) {
    const message = `there is no ruling ${input.id}: take the id that ruleIdentity gave`
    return refused({ field: ['input', 'id'], code: 'ruling-unknown', message })
  }
  // Taken back twice is taken back.
  if (!known.undone) {
    const now = parts.now?.() ?? new Date()
    await parts.reresolve(parts.graph.store, { undo: known.ruling.id, of: known.ruling }, { actor, now })
  }
  return { ruling: { ...known.ruling, undone: true }, userErrors: [] }
}

function refused(...userErrors: readonly UserErrorModel[]): RulingPayloadModel {
  return { ruling: null, userErrors }
}

function readRef(written: string, field: 'a' | 'b'): { ref: Ref } | { error: UserErrorModel } {
  try {
    return { ref: parseRef(written) }
  } catch (error) {
    return { error: userError(error, ['input', field]) }
  }
}

/** Services and Resources may be one thing under two names; otherwise the kinds have to be the same. */
function checkPair(a: Ref, b: Ref): UserErrorModel | undefined {
  if (a === b) {
    const error = new InvalidInput(
      'ruling-of-one',
      `${a} is one ref: say of two that they are the same or not`,
    )
    return userError(error, ['input', 'b'])
  }
  const family = (ref: Ref) => (kindOfRef(ref) === 'Resource' ? 'Service' : kindOfRef(ref))
  if (family(a) === family(b)) return undefined
  const error = new InvalidInput(
    'kind-mismatch',
    `${a} and ${b} are of two kinds, and can't be the same thing`,
  )
  return userError(error, ['input', 'b'])
}

function checkWhy(why: string | null | undefined): UserErrorModel | undefined {
  if ((why ?? '').length <= longestWhy) return undefined
  const message = `the reason has ${why?.length} characters: say it in at most ${longestWhy}`
  return { field: ['input', 'why'], code: 'text-too-long', message }
}
