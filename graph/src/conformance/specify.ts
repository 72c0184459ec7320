import { describe } from 'vitest'
import { specifyAnyHistory } from './any-history.ts'
import { specifyChanges } from './changes.ts'
import { specifyCommit } from './commit.ts'
import { specifyConcurrency } from './concurrency.ts'
import { specifyContents } from './contents.ts'
import { specifyDump } from './dump.ts'
import { specifyEntities } from './entities.ts'
import { specifyLeases } from './leases.ts'
import { specifyReadings } from './readings.ts'
import { specifyRecords } from './records.ts'
import { specifyRelations } from './relations.ts'
import { specifyRelationsOf } from './relations-of.ts'
import { specifyScan } from './scan.ts'
import { specifyStatements } from './statements.ts'
import type { StoreToTest } from './store-to-test.ts'

/**
 * What a graph store is: each operation by examples, and any history of commits against a naive store. One store after
 * the other, since each test begins with an empty one.
 * @param beside the store that all of them have to answer like, whatever happens
 */
export function specify(stores: readonly StoreToTest[], beside?: StoreToTest): void {
  describe.each(stores)('$name', (store) => {
    specifyEntities(store)
    specifyRelations(store)
    specifyRelationsOf(store)
    specifyReadings(store)
    specifyStatements(store)
    specifyScan(store)
    specifyContents(store)
    specifyRecords(store)
    specifyCommit(store)
    specifyChanges(store)
    specifyLeases(store)
    specifyConcurrency(store)
    specifyDump(store)
    specifyAnyHistory(store, beside)
  })
}
