import { describe, expect, it } from 'vitest'
import { progressOn } from './progress.ts'
import type { Streams } from './streams.ts'

function errorStream(isTTY: boolean) {
  const written: string[] = []
  const err = { isTTY, write: (text: string) => written.push(text) > 0 }
  return { written, streams: { out: process.stdout, err } as unknown as Streams }
}

describe('how far an import is', () => {
  it('is shown in place on a terminal, ten times a second at most, and taken away at the end', () => {
    const { written, streams } = errorStream(true)
    let now = 0
    const progress = progressOn(streams, () => now)
    for (let files = 1; files <= 1_500; files++, now++) progress.show({ stage: 'read', files, read: files })
    progress.show({ stage: 'apply', commits: 1, of: 3 })
    progress.end()
    expect(written.length).toBeLessThan(20)
    expect(written.every((text) => text.startsWith('\r\x1b[2K') && !text.includes('\n'))).toBe(true)
    expect(written).toContain('\r\x1b[2KReading: 1,401 files looked at, 1,401 read')
    expect(written).toContain('\r\x1b[2KWriting: 1 of 3 commits')
    expect(written.at(-1)).toBe('\r\x1b[2K')
  })

  it('is a line for each stage elsewhere', () => {
    const { written, streams } = errorStream(false)
    const progress = progressOn(streams)
    for (let files = 1; files < 100; files++) progress.show({ stage: 'read', files, read: files })
    progress.show({ stage: 'plan' })
    progress.end()
    expect(written).toEqual(['Reading files …\n', 'Working out what changes …\n'])
  })
})
