import type { Migration } from '../migrate.ts'
import { first } from './001-first.ts'

/** All of them, oldest first. A new one comes with a store that the version before it wrote (see write-fixture.ts). */
export const migrations: readonly Migration[] = [first]
