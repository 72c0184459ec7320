import { InvalidInput } from '@alidade/model'
import { Neo4jError } from 'neo4j-driver'

/** Whether something that was found was gone when it was looked at, since another wrote meanwhile. */
export function changedMeanwhile(error: unknown): boolean {
  return error instanceof Neo4jError && error.code === 'Neo.ClientError.Statement.EntityNotFound'
}

/**
 * What Neo4j could not do, as something that a person can mend where one can; all else as it is.
 * @param where names the database, as messages do
 * @see https://neo4j.com/docs/status-codes/current/
 */
export function explained(error: unknown, where: string): unknown {
  if (!(error instanceof Error)) return error
  if (!(error instanceof Neo4jError)) return error
  const refusal = refusalOf(error, where)
  return refusal ? new InvalidInput(...refusal) : error
}

function refusalOf(
  { code, message }: Neo4jError,
  where: string,
): [code: string, message: string] | undefined {
  if (/No space left on device|disk is full/i.test(message)) {
    return [
      'disk-full',
      `the disk that holds ${where} is full, and nothing was changed: make room, then repeat`,
    ]
  }
  switch (code) {
    case 'ServiceUnavailable':
    case 'SessionExpired':
      return ['store-unreachable', unreachable(where, message)]
    case 'N/A':
      // A server that takes connections and answers nothing.
      return /timed? ?out/i.test(message) ? ['store-unreachable', unreachable(where, message)] : undefined
    case 'Neo.ClientError.Security.Unauthorized':
    case 'Neo.ClientError.Security.CredentialsExpired':
    case 'Neo.ClientError.Security.AuthenticationRateLimit':
      return [
        'store-unauthorized',
        `${where} does not let Alidade in (${sentence(message)}): set NEO4J_USERNAME and NEO4J_PASSWORD`,
      ]
    case 'Neo.ClientError.Database.DatabaseNotFound':
      return [
        'store-unusable',
        `${where} has no such database: set NEO4J_DATABASE to one that it has, or to none`,
      ]
    case 'Neo.ClientError.Security.Forbidden':
    case 'Neo.ClientError.General.ForbiddenOnReadOnlyDatabase':
    case 'Neo.ClientError.General.WriteOnReadOnlyAccessDatabase':
      return [
        'store-unusable',
        `${where} lets Alidade change nothing (${sentence(message)}): allow it to, or use another`,
      ]
    case 'Neo.TransientError.General.MemoryPoolOutOfMemoryError':
    case 'Neo.TransientError.General.OutOfMemoryError':
      return [
        'store-busy',
        `${where} has too little memory for this now, and nothing was changed: give it more, or repeat`,
      ]
    case 'Neo.ClientError.Transaction.Terminated':
    case 'Neo.ClientError.Transaction.TransactionTimedOut':
    case 'Neo.ClientError.Transaction.TransactionTimedOutClientConfiguration':
      return [
        'store-busy',
        `${where} took too long for this, and nothing was changed: repeat when it has less to do`,
      ]
    // Its time was over while it waited for a lock.
    case 'Neo.ClientError.Transaction.LockClientStopped':
    case 'Neo.ClientError.Transaction.LockAcquisitionTimeout':
    case 'Neo.TransientError.Transaction.LockAcquisitionTimeout':
    case 'Neo.TransientError.Transaction.DeadlockDetected':
      return [
        'store-busy',
        `another program is writing to ${where}, and it took too long: let it finish, then repeat`,
      ]
    default:
      return undefined
  }
}

function unreachable(where: string, message: string): string {
  return `${where} can't be reached (${sentence(message)}): start it, or set NEO4J_URI to where it is`
}

/** Without what only its programmers need, and without the full stop. */
function sentence(message: string): string {
  return (message.split('\n')[0] ?? '').trim().replace(/\.$/, '')
}
