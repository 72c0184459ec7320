/** Whether a lifecycle, which sources write as they like, means that it should not be built upon. */
export function isEnding(lifecycle: string | null | undefined): boolean {
  return /^(deprecated|retired|sunset|end.of.life|eol)$/i.test(lifecycle ?? '')
}
