/** The machine's environment with some of its own, without any setting that a test was not asked about. */
export function environment(own: Readonly<Record<string, string>> = {}): Record<string, string> {
  const kept = Object.entries(process.env).filter(([name]) => !/^(?:ALIDADE|NEO4J|INIT_CWD$|CI$)/i.test(name))
  return { ...(Object.fromEntries(kept) as Record<string, string>), ...own }
}
