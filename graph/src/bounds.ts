/** The most that one call may ask for; who has more asks in turns. */
export const most = { refs: 10_000, readings: 1_000, keys: 10_000, contents: 100, records: 10_000 } as const

/** How many entities, relations or statements one chunk of a scan has at most. */
export const chunkSize = 5_000

/** @throws RangeError when a call asks for more than the port allows: a defect of the caller, no input of a person's */
export function checkBound(asked: number, bound: keyof typeof most): void {
  if (asked > most[bound]) {
    throw new RangeError(`${asked} ${bound} were asked for at once: at most ${most[bound]} are allowed`)
  }
}

/** @throws RangeError for a limit that is no whole number, or below `least` */
export function checkLimit(limit: number, least: 0 | 1): void {
  if (!Number.isSafeInteger(limit) || limit < least) {
    throw new RangeError(`a limit is a whole number from ${least}, and ${limit} is none`)
  }
}
