export { exportVersion, type ReadExport, readExport } from './alidade-export/read-export.ts'
export { type FoundSources, type Request, readSources } from './read-sources.ts'
export type { FileToRead, NamedText, Reader, Repository, Surroundings, WhatItSays } from './reader.ts'
export { readers } from './readers.ts'
