import type { Problem, Statement } from '@alidade/model'
import type { FileToRead, NamedText, Reader, WhatItSays } from '../reader.ts'
import { valueAt } from '../yaml/node.ts'
import { readYaml } from '../yaml/read-yaml.ts'
import { readDocument } from './read-document.ts'

/** Scaffolder templates have an `apiVersion` of their own. */
const shape = /^["']?apiVersion["']?[ \t]*:[ \t]*["']?(?:scaffolder\.)?backstage\.io\//m

/** Reads Backstage's catalogue descriptors, whatever their files are called. */
export const backstageReader: Reader = {
  name: 'backstage',
  reads: 'Backstage descriptors (YAML with `apiVersion: backstage.io/…`)',
  version: 2,
  mayRead: (path) => /\.ya?ml$/i.test(path),
  recognises: (_, text) => shape.test(text),
  read,
}

async function read(file: FileToRead): Promise<WhatItSays> {
  const yaml = readYaml(file.path, file.text)
  const problems: Problem[] = [...yaml.problems]
  const components = yaml.documents.filter((document) => {
    const kind = valueAt(document, 'kind')
    return kind?.is === 'scalar' && kind.text.toLowerCase() === 'component'
  })
  const contents: NamedText[] = []
  const context = { file, problems, contents, singleComponent: components.length === 1 }
  const statements: Statement[] = []
  const follow: string[] = []
  for (const document of yaml.documents) {
    const says = await readDocument(context, document)
    if (says.statement) statements.push(says.statement)
    follow.push(...(says.follow ?? []))
  }
  const { unreadable } = yaml
  return { statements, problems, contents, follow, ...(unreadable === undefined ? {} : { unreadable }) }
}
