import { add, entity, service } from '../conformance/sample-facts.ts'
import { openSqliteStore } from './open.ts'

// A process of its own, for a test: commits `count` entities to the store in `folder`, one after the other,
// and says the revision that each led to.

const [folder = '', name = '', count = ''] = process.argv.slice(2)
const store = await openSqliteStore({ folder })
for (let n = 0; n < Number(count); n++) console.log(await add(store, entity(service(`${name}${n}`))))
await store.close()
