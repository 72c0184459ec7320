/** Whether what an address says begins with a kind, as a ref does. */
export function hasKind(said: string): boolean {
  return /^[^:/#]+:./.test(said)
}

/** The name in what may be a ref: without kind, namespace and operation. */
export function nameIn(said: string): string {
  const [whole = ''] = said.split('#')
  return (
    whole
      .replace(/^[^:/]*:/, '')
      .split('/')
      .at(-1) ?? ''
  )
}
