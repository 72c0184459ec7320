import { InvalidInput, type RelationKey } from '@alidade/model'
import type { Commit, Lease, Revision } from './graph-store.ts'

/** What every store says alike when it refuses something, so that nobody has to know which one it is. */

export function atOtherRevision(expected: Revision, actual: Revision): InvalidInput {
  return conflict(
    `the graph is at revision ${actual}, and the change was made for ${expected}: look at it again and repeat the change`,
  )
}

export function leaseNotHeld({ name, holder }: NonNullable<Commit['lease']>, held?: Lease): InvalidInput {
  const now = held ? `${held.holder} holds it until ${held.until}` : 'it has run out'
  return conflict(`"${holder}" does not hold the lease "${name}" any more (${now}): start again`)
}

/** @param found whether the fact is in the store, which is just what the change did not expect */
export function otherThanExpected(fact: string | RelationKey, found: boolean): InvalidInput {
  return conflict(
    `${named(fact)} is ${found ? 'already' : 'no longer'} in the graph, other than the change expects: plan it again`,
  )
}

export function endMissing(relation: RelationKey): Error {
  return new Error(`${named(relation)}: an end of it is neither stored nor in the commit`)
}

export function stillRelated(ref: string): Error {
  return new Error(`${ref} can't go: relations at it are still stored`)
}

export function revisionTooOld(since: Revision, oldest: Revision): InvalidInput {
  return new InvalidInput(
    'revision-too-old',
    `the log goes back to revision ${oldest} (it keeps 180 days), and ${since} is older: take the whole graph instead`,
  )
}

export function storeNewer(where: string, found: number, known: number): InvalidInput {
  return new InvalidInput(
    'store-newer',
    `${where} was written by a newer Alidade (its version is ${found}, this one knows versions up to ${known}): ` +
      'use that Alidade or a newer one, or choose another place for the graph',
  )
}

export function storeNotEmpty(where: string): InvalidInput {
  return new InvalidInput(
    'store-not-empty',
    `${where} is not empty, and nothing was changed in it: give an empty one (another folder in ALIDADE_DATA, or an ` +
      'empty database in NEO4J_URI and NEO4J_DATABASE), or move this one away',
  )
}

export function storeUnfinished(where: string): InvalidInput {
  return new InvalidInput(
    'store-unfinished',
    `a restore or a copy into ${where} is under way or was broken off: let it finish, or run it again to complete it`,
  )
}

export function loadTakenOver(where: string): InvalidInput {
  return conflict(`another restore or copy into ${where} has begun and goes on in place of this one`)
}

function conflict(message: string): InvalidInput {
  return new InvalidInput('commit-conflict', message)
}

function named(fact: string | RelationKey): string {
  return typeof fact === 'string' ? fact : `${fact.from} ${fact.type} ${fact.to}`
}
