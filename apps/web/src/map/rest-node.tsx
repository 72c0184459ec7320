import type { NodeProps } from '@xyflow/react'
import { use } from 'react'
import classes from './box-node.module.css'
import type { RestNode as Props } from './flow-graph.ts'
import { MapActionsContext } from './map-actions.ts'
import { restWords } from './rest-words.ts'

/** How many more there are in this column, and what shows them. */
export function RestNode({ data: { rest } }: NodeProps<Props>) {
  const { onRest } = use(MapActionsContext)
  return (
    <button type="button" className={classes.rest} onClick={() => onRest(rest)}>
      <b>{restWords(rest)}</b> <span className="link">show</span>
    </button>
  )
}
