import { type Change, InvalidInput, type Ref, relationId } from '@alidade/model'
import type { Commit, KeyedReading } from './graph-store.ts'

const mostFacts = 5_000

/**
 * Refuses what no store takes, before anything is written: it looks at nothing but the commit itself.
 * @throws InvalidInput `commit-too-large` for more than 5,000 changes of facts; Error for a commit that contradicts
 *   itself (something named twice, a change without a fact or of two facts), which is a defect of the caller
 */
export function checkCommit({ at, delta, readings, sources }: Commit): void {
  if (!/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(at) || Number.isNaN(Date.parse(at))) {
    throw new Error(`a commit is at a UTC instant, and "${at}" is none`)
  }
  const facts = (delta?.entities.length ?? 0) + (delta?.relations.length ?? 0)
  if (facts > mostFacts) {
    throw new InvalidInput(
      'commit-too-large',
      `a commit of ${facts} changes is too large: send at most ${mostFacts} at once, the rest in further commits`,
    )
  }
  checkOnce('entity', delta?.entities.map((change) => nameOf(change, ({ ref }: { ref: Ref }) => ref)) ?? [])
  checkOnce('relation', delta?.relations.map((change) => nameOf(change, relationId)) ?? [])
  checkOnce('reading', [...(readings?.put ?? []), ...(readings?.remove ?? [])].map(readingId))
  checkOnce('source', [...(sources?.put ?? []).map(({ id }) => id), ...(sources?.remove ?? [])])
  for (const reading of readings?.put ?? []) checkKeys(reading)
}

function nameOf<Fact>({ before, after }: Change<Fact>, name: (fact: Fact) => string): string {
  const fact = after ?? before
  if (fact === undefined) throw new Error('a change has neither a before nor an after')
  if (before !== undefined && name(before) !== name(fact)) {
    throw new Error(`a change is of one fact, and this one is of ${name(before)} and ${name(fact)}`)
  }
  return name(fact)
}

function checkOnce(what: string, names: readonly string[]): void {
  const seen = new Set<string>()
  for (const name of names) {
    if (seen.has(name)) throw new Error(`the ${what} ${name.replaceAll('\n', ' ')} is twice in one commit`)
    seen.add(name)
  }
}

function checkKeys({ source, file, keys, statements }: KeyedReading): void {
  if (keys.length === statements.length) return
  throw new Error(
    `the reading of ${file} by ${source} has ${statements.length} statements and keys for ${keys.length}`,
  )
}

function readingId({ source, file }: { readonly source: string; readonly file: string }): string {
  return `${source}\n${file}`
}
