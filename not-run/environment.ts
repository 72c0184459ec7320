/** Whether this is continuous integration, where nothing may be left out. */
export const inCi = (process.env.CI ?? '') !== ''

/** The folders in which the system looks for programs. */
export const programFolders: readonly string[] = (process.env.PATH ?? '').split(':')
