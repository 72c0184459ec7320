/** Where nothing that a test needs may be missing. */
export const inCi = (process.env.CI ?? '') !== ''
