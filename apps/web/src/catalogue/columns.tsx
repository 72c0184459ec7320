import { Link } from '@tanstack/react-router'
import { type ColumnDef, tableFeatures } from '@tanstack/react-table'
import { EntityLink } from '../entity/entity-link.tsx'
import { isEnding } from '../entity/is-ending.ts'
import { OwnerNames } from '../entity/owner-names.tsx'
import type { CatalogueRowFragment } from '../generated/documents.ts'
import { ConfidenceMark } from '../marks/confidence-line.tsx'
import { Icon } from '../marks/icon.tsx'
import { kinds } from '../marks/kinds.ts'
import { number } from '../text/count.ts'
import classes from './catalogue-table.module.css'

/** The server sorts, filters and counts: the table adds nothing of its own. */
export const features = tableFeatures({})

export interface CatalogueEdge {
  readonly node: CatalogueRowFragment
}

/** What can be owned; of others, that nobody owns them says nothing. */
const owned = new Set(['SERVICE', 'API', 'RESOURCE', 'SYSTEM'])

export const catalogueColumns: ColumnDef<typeof features, CatalogueEdge>[] = [
  { id: 'name', header: 'Name', cell: ({ row }) => <Name entity={row.original.node} /> },
  { id: 'kind', header: 'Kind', cell: ({ row }) => <Kind entity={row.original.node} /> },
  { id: 'owner', header: 'Owner', cell: ({ row }) => <Owner entity={row.original.node} /> },
  { id: 'system', header: 'System', cell: ({ row }) => <System entity={row.original.node} /> },
  { id: 'lifecycle', header: 'Lifecycle', cell: ({ row }) => <Lifecycle entity={row.original.node} /> },
  { id: 'callers', header: 'Callers', cell: ({ row }) => <Count entity={row.original.node} side="in" /> },
  { id: 'callees', header: 'Callees', cell: ({ row }) => <Count entity={row.original.node} side="out" /> },
  {
    id: 'confidence',
    header: 'Dependency evidence',
    cell: ({ row }) => <Confidence entity={row.original.node} />,
  },
  { id: 'state', header: 'State', cell: ({ row }) => <State entity={row.original.node} /> },
]

type Cell = { entity: CatalogueRowFragment }

function Name({ entity }: Cell) {
  return (
    <>
      <EntityLink entity={entity} />
      <span className={classes.second}>
        <span>
          {entity.owners.map(({ title }) => title).join(', ') ||
            (owned.has(entity.kind) ? 'nobody' : kinds[entity.kind].one)}
        </span>
        {(entity.unresolved || entity.differs) && <State entity={entity} />}
      </span>
    </>
  )
}

function Kind({ entity: { kind, type } }: Cell) {
  return <span className="t2">{type ?? kinds[kind].one}</span>
}

function Owner({ entity }: Cell) {
  if (entity.owners.length === 0 && !owned.has(entity.kind)) return <Silent />
  return <OwnerNames owners={entity.owners} />
}

function System({ entity: { system } }: Cell) {
  return system ? <EntityLink entity={system} plain /> : <Silent />
}

function Lifecycle({ entity: { lifecycle } }: Cell) {
  if (!lifecycle) return <Silent />
  return <span className={isEnding(lifecycle) ? 'warn' : 't2'}>{lifecycle}</span>
}

function Count({ entity, side }: Cell & { side: 'in' | 'out' }) {
  const others = side === 'in' ? entity.callerCount : entity.calleeCount
  if (others === 0) {
    return (
      <>
        <span className="t3 wide-only">·</span>
        <span className="narrow-only">0</span>
      </>
    )
  }
  return (
    <Link
      className="link"
      to="/map"
      search={{ ref: entity.ref, direction: side, tab: 'list' }}
      aria-label={`${number(others)} ${side === 'in' ? 'callers' : 'callees'} of ${entity.title}`}
    >
      {number(others)}
    </Link>
  )
}

function Confidence({ entity: { confidence } }: Cell) {
  return confidence ? <ConfidenceMark confidence={confidence} /> : <Silent />
}

function State({ entity: { kind, unresolved, differs, owners } }: Cell) {
  if (unresolved) return <span className="warn">unresolved</span>
  if (differs) return <span className="warn">sources differ</span>
  if (owned.has(kind) && owners.length === 0) return <span className="warn">no owner</span>
  return (
    <span className="t3" title="Something describes it, and its sources agree">
      <Icon name="check" size={14} />
      <span className="visually-hidden">sources agree</span>
    </span>
  )
}

/** Nothing says it. */
function Silent() {
  return <span className="t3">–</span>
}
