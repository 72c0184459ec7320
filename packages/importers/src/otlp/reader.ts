import type { Problem } from '@alidade/model'
import type { FileToRead, Reader, WhatItSays } from '../reader.ts'
import { startCalls } from './calls.ts'
import { readDocuments } from './documents.ts'
import { spansOf } from './spans.ts'

const shape = /^\s*[[{][\s\S]*"resourceSpans"\s*:\s*\[/

/** Reads traces in OpenTelemetry's JSON, as its file exporter writes them: what depends on what was seen, not said. */
export const otlpReader: Reader = {
  name: 'otlp',
  reads: 'traces in OTLP JSON (`resourceSpans`, one document or one on each line)',
  version: 1,
  mayRead: (path) => /\.(?:json|jsonl|ndjson)$/i.test(path),
  recognises: (_, text) => shape.test(text.slice(0, 65_536)),
  read,
}

async function read({ path: file, text }: FileToRead): Promise<WhatItSays> {
  const problems: Problem[] = []
  const calls = startCalls()
  let nameless = 0
  let namelessAt = 1
  const unreadable = readDocuments(file, text, problems, (document) => {
    const onNameless = (line: number) => {
      if (nameless++ === 0) namelessAt = line
    }
    for (const span of spansOf(document, onNameless)) calls.add(span)
  })
  const { statements, left } = calls.result()
  const warn = (code: string, line: number, message: string) =>
    problems.push({ code, severity: 'warning', file, line, message })
  if (nameless > 0) {
    warn(
      'trace-nameless',
      namelessAt,
      `${nameless} spans have no service.name, and were not read: set OTEL_SERVICE_NAME where the service runs`,
    )
  }
  if (left > 0) {
    warn(
      'traces-too-varied',
      1,
      `${left} calls were left out, since the file has more than 20,000 different ones: split it by environment`,
    )
  }
  return { statements, problems, follow: [], ...(unreadable === undefined ? {} : { unreadable }) }
}
