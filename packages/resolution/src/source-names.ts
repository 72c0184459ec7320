/** The repository that a source reads: `acme/shop` of `acme/shop/compose`; none for `manual`. */
export function repositoryOf(source: string): string | undefined {
  const slash = source.lastIndexOf('/')
  return slash < 0 ? undefined : source.slice(0, slash)
}

/** The reader of a source: `compose` of `acme/shop/compose`. */
export function readerOf(source: string): string {
  return source.slice(source.lastIndexOf('/') + 1)
}
