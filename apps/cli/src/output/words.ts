/** `1 file`, `12,000 files`. */
export function counted(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`
}

/** Milliseconds as a person reads them: `340 ms`, `2.1 s`. */
export function duration(milliseconds: number): string {
  return milliseconds < 1_000 ? `${milliseconds} ms` : `${(milliseconds / 1_000).toFixed(1)} s`
}

/** At most `most` lines, and one that says how many more there are and where they are to be had. */
export function atMost(lines: readonly string[], most: number, where: string): readonly string[] {
  if (lines.length <= most) return lines
  return [...lines.slice(0, most), `… and ${(lines.length - most).toLocaleString('en')} more: ${where}`]
}
