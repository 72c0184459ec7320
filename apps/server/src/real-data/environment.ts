/** Whether this is continuous integration, where no test may be left out. */
export const inCi = (process.env.CI ?? '') !== ''
