import { Link } from '@tanstack/react-router'
import type { CatalogueView } from '../catalogue/catalogue-view.ts'
import type { EntityKind, HomeQuery } from '../generated/documents.ts'
import { kinds } from '../marks/kinds.ts'
import { number } from '../text/count.ts'
import classes from './home-page.module.css'

interface Figure {
  readonly count: number
  readonly words: string
  /** What a person should know of them; it stands out where it asks for something. */
  readonly note: string
  readonly search: Partial<CatalogueView>
  readonly warns?: boolean
}

/** How many there are of what, each the way to its list. */
export function Figures({ data }: { data: HomeQuery }) {
  return (
    <ul className={classes.figures} aria-label="In the graph">
      {figuresOf(data).map(({ count, words, note, search, warns = false }) => (
        <li key={words}>
          <Link to="/catalogue" search={search}>
            <b>{number(count)}</b> <span>{words}</span>
            <em className={warns ? 'warn' : undefined}>{note}</em>
          </Link>
        </li>
      ))}
    </ul>
  )
}

function figuresOf({ graph, unowned, differing, unresolved }: HomeQuery): readonly Figure[] {
  const nobody = unowned?.totalCount ?? 0
  const differ = differing?.totalCount ?? 0
  const open = unresolved?.totalCount ?? 0
  return [
    ...(['SERVICE', 'API', 'RESOURCE', 'TEAM'] as const).map((kind) => figureOf(graph, kind)),
    {
      count: nobody,
      words: 'owned by nobody',
      note: nobody > 0 ? 'services, APIs, resources' : 'each has an owner',
      search: { kinds: ['service', 'api', 'resource'], owners: [''] },
      warns: nobody > 0,
    },
    {
      count: open,
      words: 'unresolved',
      note: differ > 0 ? `and ${number(differ)} whose sources differ` : 'named, and described by nothing',
      search: { states: ['unresolved'] },
      warns: open > 0,
    },
  ]
}

function figureOf(graph: HomeQuery['graph'], kind: EntityKind): Figure {
  const { count = 0, unresolved = 0 } = graph.kinds.find((one) => one.kind === kind) ?? {}
  return {
    count,
    words: count === 1 ? kinds[kind].one : kinds[kind].many,
    note: unresolved > 0 ? `${number(unresolved)} unresolved` : 'all described',
    search: { kinds: [kind.toLowerCase()] },
  }
}
