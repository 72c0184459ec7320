import type { Problem, Statement } from '@alidade/model'
import type { FileToRead, Reader, WhatItSays } from '../reader.ts'
import { isComposeName } from './file-names.ts'
import { openProject } from './project/open-project.ts'
import { statementsOf } from './service/statements.ts'
import { systemStatement } from './system-statement.ts'

const composeKey = /^["']?(?:services|include)["']?[ \t]*:/m
const otherTool = /^["']?(?:apiVersion|kind|\$schema)["']?[ \t]*:/m

/** Reads Docker Compose files, all those of a project together. */
export const composeReader: Reader = {
  name: 'compose',
  reads: 'Docker Compose files (`compose.yaml`, `docker-compose.*.yml`)',
  version: 2,
  mayRead: isComposeName,
  recognises: (path, text) => composeKey.test(text) || (isComposeName(path) && !otherTool.test(text)),
  read,
}

async function read(file: FileToRead): Promise<WhatItSays> {
  const problems: Problem[] = []
  const opened = await openProject(file, problems)
  if ('unreadable' in opened) return { statements: [], problems, follow: [], unreadable: opened.unreadable }
  const statements: Statement[] = []
  const system = systemStatement(opened)
  if (system) statements.push(system)
  statements.push(...(await statementsOf(opened, { file: file.path, problems })))
  return { statements, problems, follow: opened.follow }
}
