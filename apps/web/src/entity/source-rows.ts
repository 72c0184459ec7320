/** One property, and what each source says of it. */
export interface SourceRow {
  readonly key: string
  /** In the order of the sources; undefined where a source says nothing of it. */
  readonly said: readonly (unknown | undefined)[]
  /** Whose word stands: its place among the sources; -1 where none of them gave it. */
  readonly winner: number
  /** Whether two that speak of it say different things. */
  readonly differs: boolean
}

interface Statement {
  readonly source: { readonly id: string }
  readonly properties: readonly { readonly key: string; readonly value: unknown }[]
}

/** What tells the columns apart: the source, and where it says more than one thing, in which file. */
export function sourceHeads(
  statements: readonly {
    readonly source: { readonly id: string }
    readonly evidence: readonly { readonly file: string | null }[]
  }[],
): readonly { readonly source: string; readonly file: string | undefined }[] {
  const bySource = Map.groupBy(statements, ({ source }) => source.id)
  return statements.map(({ source, evidence }) => ({
    source: source.id,
    file: (bySource.get(source.id)?.length ?? 0) > 1 ? (evidence[0]?.file ?? undefined) : undefined,
  }))
}

/**
 * Statements of an entity side by side: a row for each property, those on which the sources differ first, then by name.
 * @param statements the most trusted first
 */
export function sourceRows(statements: readonly Statement[]): readonly SourceRow[] {
  const keys = new Set(statements.flatMap(({ properties }) => properties.map(({ key }) => key)))
  const rows = [...keys].map((key) => {
    const said = statements.map(
      ({ properties }) => properties.find((property) => property.key === key)?.value,
    )
    const spoken = said.filter((value) => value !== undefined)
    return {
      key,
      said,
      winner: said.findIndex((value) => value !== undefined),
      differs: new Set(spoken.map((value) => JSON.stringify(value))).size > 1,
    }
  })
  return rows.sort((a, b) => Number(b.differs) - Number(a.differs) || (a.key < b.key ? -1 : 1))
}
