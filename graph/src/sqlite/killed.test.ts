import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { inFolder } from '../conformance/in-folder.ts'
import { add, commitOf, entity, service } from '../conformance/sample-facts.ts'
import { openSqliteStore } from './open.ts'
import { startWriter } from './writer.ts'

const program = fileURLToPath(new URL('./commit-from-outside.ts', import.meta.url))

test(
  'what was answered as committed is there after the process is killed, and each commit is there whole or not at all',
  inFolder(async (folder) => {
    const other = spawn(process.execPath, [program, folder, 'a', '10000'])
    const answered: number[] = []
    for await (const line of createInterface(other.stdout)) {
      answered.push(Number(line))
      if (answered.length === 20) other.kill('SIGKILL')
    }
    if (other.exitCode === null && other.signalCode === null) await once(other, 'exit')
    expect(other.signalCode).toBe('SIGKILL')

    const store = await openSqliteStore({ folder })
    const revision = await store.revision()
    expect(revision).toBeGreaterThanOrEqual(Math.max(...answered))
    const refs = Array.from({ length: revision + 1 }, (_, n) => service(`a${n}`))
    const found = await store.entities(refs)
    expect(found.map((entity) => entity !== undefined)).toEqual(refs.map((_, n) => n < revision))
    expect((await store.changes({ since: 0, limit: 100_000 })).commits).toHaveLength(revision)
    expect(await add(store, entity(service('after')))).toBe(revision + 1)
    await store.close()
  }),
)

test(
  'when the writing thread ends, what it was asked and what it is asked later is refused',
  inFolder(async (folder) => {
    const writer = startWriter({
      file: join(folder, 'graph.sqlite'),
      mostPages: undefined,
      longestWait: undefined,
    })
    await writer.ask({ ask: 'open' })
    const question = {
      ask: 'commit',
      commit: JSON.stringify(commitOf({})),
      now: '2026-11-24T09:00:00.000Z',
    } as const
    const ended = writer.thread.terminate()
    await expect(writer.ask(question)).rejects.toThrow(/has ended; open the store again/)
    await ended
    await expect(writer.ask(question)).rejects.toThrow(/has ended; open the store again/)
  }),
)
