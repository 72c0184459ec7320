/** What an address says after the `?`: a list for a name that comes more than once. Everything is text. */
export function parseSearch(search: string): Record<string, string | string[]> {
  const params = new URLSearchParams(search)
  return Object.fromEntries(
    [...new Set(params.keys())].map((name) => {
      const all = params.getAll(name)
      return [name, all.length === 1 ? (all[0] ?? '') : all]
    }),
  )
}

/**
 * The opposite, for people to read: a list repeats its name, null is an empty value, what is undefined is left out, and
 * refs keep their `:` and `/`.
 */
export function formatSearch(search: Readonly<Record<string, unknown>>): string {
  const parts = Object.entries(search).flatMap(([name, value]) =>
    value === undefined
      ? []
      : [value]
          .flat()
          .map((one) => `${encodeURIComponent(name)}=${readable(one === null ? '' : String(one))}`),
  )
  return parts.length === 0 ? '' : `?${parts.join('&')}`
}

// RFC 3986, 3.4: these may stand in a query as they are.
function readable(text: string): string {
  return encodeURIComponent(text).replaceAll('%3A', ':').replaceAll('%2F', '/').replaceAll('%40', '@')
}
