import type { EntityKind } from '../generated/documents.ts'
import classes from './kind-mark.module.css'
import { kindShapes } from './kind-shapes.tsx'
import { kinds } from './kinds.ts'

/** A kind at a glance, by shape and by colour. Unresolved: a broken line and nothing inside. */
export function KindMark(props: {
  kind: EntityKind
  size?: number
  unresolved?: boolean
  decorative?: boolean
}) {
  const { kind, size = 16, unresolved = false, decorative = false } = props
  const name = unresolved ? `unresolved ${kinds[kind].one}` : kinds[kind].one
  return (
    <svg
      className={classes.mark}
      data-kind={kind}
      data-unresolved={unresolved || undefined}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      role={decorative ? undefined : 'img'}
      aria-label={decorative ? undefined : name}
      aria-hidden={decorative || undefined}
    >
      {kindShapes[kind]}
    </svg>
  )
}
