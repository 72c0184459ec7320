import { Link } from '@tanstack/react-router'
import { EntityLink } from '../entity/entity-link.tsx'
import { OwnerNames } from '../entity/owner-names.tsx'
import type { CatalogueRowFragment } from '../generated/documents.ts'
import { ConfidenceMark } from '../marks/confidence-line.tsx'
import { number } from '../text/count.ts'
import classes from './home-page.module.css'

/** What most depends on, with a mark for each that does, as far as there is room. */
export function MostUsed({ entities }: { entities: readonly CatalogueRowFragment[] }) {
  const most = Math.max(1, ...entities.map(({ callerCount }) => callerCount))
  return (
    <table className="table">
      <thead>
        <tr>
          <th>Name</th>
          <th className="wide-only">Owner</th>
          <th className={classes.callers}>Callers</th>
          <th className={`wide-only ${classes.evidence}`}>Dependency evidence</th>
        </tr>
      </thead>
      <tbody>
        {entities.map((entity) => (
          <tr key={entity.ref}>
            <td className="wraps">
              <EntityLink entity={entity} />
            </td>
            <td className="wide-only">
              <OwnerNames owners={entity.owners} />
            </td>
            <td>
              <Link
                className={classes.bar}
                to="/map"
                search={{ ref: entity.ref, direction: 'in' }}
                aria-label={`${number(entity.callerCount)} callers of ${entity.title}, as a map`}
              >
                <meter className={classes.meter} min={0} max={most} value={entity.callerCount} aria-hidden />
                <span>{number(entity.callerCount)}</span>
              </Link>
            </td>
            <td className="wide-only">
              {entity.confidence ? (
                <ConfidenceMark confidence={entity.confidence} />
              ) : (
                <span className="t3">–</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
