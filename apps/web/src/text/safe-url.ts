const allowed = new Set(['http:', 'https:', 'mailto:'])

/**
 * The address of a link that came out of a source, or undefined for what must not be a link: a source can say
 * `javascript:…`, and a page that follows it runs it.
 */
export function safeUrl(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined
  const url = new URL(text)
  return allowed.has(url.protocol) ? url.href : undefined
}
