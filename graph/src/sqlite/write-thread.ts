import type { DatabaseSync } from 'node:sqlite'
import { parentPort, workerData } from 'node:worker_threads'
import { InvalidInput } from '@alidade/model'
import { storeUnfinished } from '../refusals.ts'
import { commit } from './commit.ts'
import { openToWrite } from './connection.ts'
import { explained } from './failures.ts'
import { acquireLease, releaseLease } from './lease.ts'
import { loadStep } from './load.ts'
import { migrate } from './migrate.ts'
import { migrations } from './migrations/migrations.ts'
import type { Answer, Failure, Question, WriteThreadData } from './writer.ts'

// The thread that writes: it holds the only writing connection, and does one thing after the other.
const { file, mostPages, longestWait } = workerData as WriteThreadData
const port = parentPort
if (!port) throw new Error('this is the writing thread of a store, and nothing else')

let db: DatabaseSync | undefined
port.on('message', (question: Question) => {
  port.postMessage(answer(question))
  if (question.ask === 'close') port.close()
})

function answer(question: Question): Answer {
  try {
    return { number: question.number, value: ask(question) }
  } catch (error) {
    return { number: question.number, failure: failure(explained(error, file)) }
  }
}

function ask(question: Question): unknown {
  if (question.ask === 'open') {
    db = open()
    return undefined
  }
  if (!db) throw new Error('the writing thread was not told to open its file')
  // The load is one transaction of this very connection.
  if (db.isTransaction && question.ask !== 'load' && question.ask !== 'close') throw storeUnfinished(file)
  switch (question.ask) {
    case 'load':
      return loadStep(db, file, question)
    case 'commit':
      return commit(db, JSON.parse(question.commit), question.now)
    case 'acquireLease':
      return acquireLease(db, question)
    case 'releaseLease':
      return releaseLease(db, question)
    case 'close':
      db.close()
      return undefined
  }
}

/** Here and not at the start, so that what goes wrong is an answer. */
function open(): DatabaseSync {
  const opened = openToWrite(file, longestWait)
  if (mostPages !== undefined) opened.exec(`pragma max_page_count = ${mostPages}`)
  migrate(opened, file, migrations)
  return opened
}

function failure(error: unknown): Failure {
  if (error instanceof InvalidInput) return { code: error.code, message: error.message }
  return error instanceof Error
    ? { message: error.message, stack: error.stack ?? '' }
    : { message: String(error) }
}
