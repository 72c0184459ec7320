import { fileURLToPath } from 'node:url'

/** The folder of this file. */
export const ownFolder = fileURLToPath(new URL('.', import.meta.url))

/** Where what was downloaded and compiled is kept; git does not see it, and it can go at any time. */
export const cacheFolder =
  process.env.ALIDADE_NEO4J_CACHE || fileURLToPath(new URL('.cache/', import.meta.url))
