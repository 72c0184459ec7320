import { extname } from 'node:path'
import { Worker } from 'node:worker_threads'
import { InvalidInput } from '@alidade/model'

export interface WriteThreadData {
  readonly file: string
  readonly mostPages: number | undefined
  readonly longestWait: number | undefined
}

type Asked =
  | { readonly ask: 'open' | 'close' }
  // As JSON text: it is copied between threads in a third of the time that its objects take.
  | { readonly ask: 'commit'; readonly commit: string; readonly now: string }
  | {
      readonly ask: 'acquireLease'
      readonly name: string
      readonly holder: string
      readonly milliseconds: number
      readonly now: string
    }
  | { readonly ask: 'load'; readonly step: 'begin' | 'end' | 'abandon' }
  | { readonly ask: 'load'; readonly step: 'chunk'; readonly chunk: string }
  | { readonly ask: 'releaseLease'; readonly name: string; readonly holder: string }

export type Question = Asked & { readonly number: number }
export type Answer = { readonly number: number; readonly value?: unknown; readonly failure?: Failure }
export interface Failure {
  /** Of an InvalidInput. */
  readonly code?: string
  readonly message: string
  readonly stack?: string
}

interface Waiting {
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
}

export interface Writer {
  /** What the thread answers; it answers in the order of the questions. Rejects when the thread ends before. */
  ask(question: Asked): Promise<unknown>
  readonly thread: Worker
}

/**
 * Starts the thread that writes. It keeps the process alive only while a question is open. When it ends, whatever the
 * reason, all open questions and all later ones are refused with that reason.
 */
export function startWriter(data: WriteThreadData): Writer {
  // A bundle puts the thread beside itself, with its own ending.
  const source = new URL('./write-thread.ts', import.meta.url)
  const thread = new Worker(new URL(source.href.replace(/\.ts$/, extname(import.meta.url))), {
    workerData: data,
  })
  thread.unref()
  const waiting = new Map<number, Waiting>()
  let asked = 0
  let ended: Error | undefined

  function end(reason: Error): void {
    ended ??= reason
    for (const { reject } of waiting.values()) reject(ended)
    waiting.clear()
  }

  thread.on('message', ({ number, value, failure }: Answer) => {
    const question = waiting.get(number)
    waiting.delete(number)
    if (waiting.size === 0) thread.unref()
    if (failure) question?.reject(errorOf(failure))
    else question?.resolve(value)
  })
  thread.on('error', (error) => end(died(data.file, error)))
  thread.on('exit', () => end(died(data.file)))

  return {
    thread,
    ask(question) {
      if (ended) return Promise.reject(ended)
      const { promise, resolve, reject } = Promise.withResolvers<unknown>()
      const number = ++asked
      waiting.set(number, { resolve, reject })
      thread.ref()
      thread.postMessage({ ...question, number })
      return promise
    },
  }
}

function errorOf({ code, message, stack }: Failure): Error {
  if (code !== undefined) return new InvalidInput(code, message)
  const error = new Error(message)
  if (stack) error.stack = stack
  return error
}

function died(file: string, cause?: unknown): Error {
  const reason = cause instanceof Error ? `: ${cause.message}` : ''
  return new Error(`the thread that writes to ${file} has ended${reason}; open the store again`, { cause })
}
