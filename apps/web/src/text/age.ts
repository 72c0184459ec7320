const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/**
 * How long ago an instant was, as people say it: `just now`, `4 min`, `26 h`, `6 days`, and the date after 30 days.
 * An instant in the future, which clocks that differ give, is `just now`.
 */
export function age(instant: string, now: number = Date.now()): string {
  const passed = now - Date.parse(instant)
  if (passed < minute) return 'just now'
  if (passed < hour) return `${Math.floor(passed / minute)} min`
  if (passed < 2 * day) return `${Math.floor(passed / hour)} h`
  if (passed <= 30 * day) return `${Math.floor(passed / day)} days`
  return new Date(instant).toLocaleDateString('en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  })
}

/** The same within a sentence: `4 min ago`, `just now`, `on 18 Nov 2026`. */
export function ago(instant: string, now: number = Date.now()): string {
  const words = age(instant, now)
  if (words === 'just now') return words
  return /\d{4}$/.test(words) ? `on ${words}` : `${words} ago`
}

/** Whether a source that was read then is old enough to be pointed out: after a day. */
export function isOld(instant: string, now: number = Date.now()): boolean {
  return now - Date.parse(instant) > day
}
