import type { Problem, Reading, ReadingHead, Source } from '@alidade/model'
import type { Checkout } from '../checkout/checkout.ts'
import type { FoundSources, Request } from '../read-sources.ts'
import type { NamedText, Reader, Repository } from '../reader.ts'

/** What is known of one source, and which of its files this import has come to. */
export interface SourceEntry {
  readonly source: Source
  readonly reader: Reader
  readonly known: ReadonlyMap<string, ReadingHead>
  readonly seen: Set<string>
}

/** What an import finds, as it comes together. */
export interface Ledger {
  /** Whether files of this checkout are read; not when another one of the same name already is. */
  claim(checkout: Checkout): boolean
  entry(repository: Repository, reader: Reader): Promise<SourceEntry>
  changed(entry: SourceEntry, reading: Reading): void
  unchanged(entry: SourceEntry, head: ReadingHead): void
  gone(entry: SourceEntry, file: string): void
  problem(source: string, problem: Problem): void
  contents(texts: readonly NamedText[]): void
  result(): FoundSources
}

export function openLedger(request: Request): Ledger {
  const roots = new Map<string, string>()
  const entries = new Map<string, Promise<SourceEntry>>()
  const used = new Map<string, SourceEntry>()
  const changed: Reading[] = []
  const gone: { source: string; file: string }[] = []
  const problems: (Problem & { source: string })[] = []
  const contents = new Map<string, NamedText>()
  let unchanged = 0

  const seen = (entry: SourceEntry, { file, problems: found }: ReadingHead) => {
    entry.seen.add(file)
    used.set(entry.source.id, entry)
    for (const problem of found) problems.push({ ...problem, source: entry.source.id })
  }

  return {
    claim({ repository, root }) {
      const first = roots.get(repository.name) ?? root
      roots.set(repository.name, first)
      return first === root
    },
    entry(repository, reader) {
      const source: Source = {
        id: `${repository.name}/${reader.name}`,
        repository: repository.name,
        reader: reader.name,
        ...(repository.origin === undefined ? {} : { origin: repository.origin }),
        ...(repository.commit === undefined ? {} : { commit: repository.commit }),
        lastRead: request.now,
      }
      const open = entries.get(source.id) ?? openEntry(source, reader)
      entries.set(source.id, open)
      return open
    },
    changed(entry, reading) {
      seen(entry, reading)
      changed.push(reading)
    },
    unchanged(entry, head) {
      seen(entry, head)
      unchanged++
    },
    gone(entry, file) {
      used.set(entry.source.id, entry)
      gone.push({ source: entry.source.id, file })
    },
    problem: (source, problem) => problems.push({ ...problem, source }),
    contents(texts) {
      for (const named of texts) contents.set(named.hash, named)
    },
    result: () => ({
      sources: [...used.values()].map(({ source }) => source).sort((a, b) => (a.id < b.id ? -1 : 1)),
      changed: changed.sort(byKey),
      gone: gone.sort(byKey),
      unchanged,
      problems: problems.sort((a, b) => byKey(a, b) || a.line - b.line),
      contents: [...contents.values()],
    }),
  }

  async function openEntry(source: Source, reader: Reader): Promise<SourceEntry> {
    const known = new Map((await request.known(source.id)).map((head) => [head.file, head]))
    return { source, reader, known, seen: new Set() }
  }
}

interface Key {
  readonly source: string
  readonly file: string
}

function byKey(a: Key, b: Key): number {
  if (a.source !== b.source) return a.source < b.source ? -1 : 1
  return a.file === b.file ? 0 : a.file < b.file ? -1 : 1
}
