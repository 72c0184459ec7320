import type { Problem, Statement } from '@alidade/model'
import type { FileToRead, Reader, WhatItSays } from '../reader.ts'
import { readYaml } from '../yaml/read-yaml.ts'
import { readDocument } from './read-document.ts'

const shape = /^["']?apiVersion["']?[ \t]*:[ \t]*["']?alidade\.dev\//m

/** Reads Alidade's own descriptors, whatever their files are called. */
export const descriptorReader: Reader = {
  name: 'descriptors',
  reads: 'Alidade descriptors (YAML with `apiVersion: alidade.dev/v1`)',
  version: 1,
  mayRead: (path) => /\.ya?ml$/i.test(path),
  recognises: (_, text) => shape.test(text),
  read,
}

async function read(file: FileToRead): Promise<WhatItSays> {
  const yaml = readYaml(file.path, file.text)
  const problems: Problem[] = [...yaml.problems]
  const statements: Statement[] = []
  for (const document of yaml.documents) {
    const statement = await readDocument({ file, problems }, document)
    if (statement) statements.push(statement)
  }
  const { unreadable } = yaml
  return { statements, problems, follow: [], ...(unreadable === undefined ? {} : { unreadable }) }
}
