import { ConfidenceLine } from '../marks/confidence-line.tsx'
import { confidences, confidenceWord } from '../marks/confidences.ts'
import { KindMark } from '../marks/kind-mark.tsx'
import { kindOrder, kinds } from '../marks/kinds.ts'
import { number } from '../text/count.ts'
import classes from './map-canvas.module.css'
import type { MapGraph } from './map-graph.ts'

/** What the marks mean, with how many of each are on the map. */
export function Legend({ graph }: { graph: MapGraph }) {
  const single = Map.groupBy(
    graph.nodes.filter(({ shape }) => shape !== 'group'),
    ({ kind }) => kind,
  )
  const folded = Map.groupBy(
    graph.nodes.filter(({ shape }) => shape === 'group'),
    ({ kind }) => kind,
  )
  const edges = Map.groupBy(graph.edges, ({ confidence }) => confidence)
  return (
    <>
      <ul className={classes.marks} aria-label="Kinds on this map">
        {[
          ...kindOrder.map((kind) => ({ kind, of: single.get(kind)?.length ?? 0, words: kinds[kind].one })),
          ...kindOrder.map((kind) => ({
            kind,
            of: folded.get(kind)?.length ?? 0,
            words: `${kinds[kind].one}, folded`,
          })),
        ]
          .filter(({ of }) => of > 0)
          .map(({ kind, of, words }) => (
            <li key={words}>
              <KindMark kind={kind} size={14} decorative />
              {words} <b>{number(of)}</b>
            </li>
          ))}
      </ul>
      <ul className={classes.marks} aria-label="How sure the edges are">
        {confidences.map((confidence) => (
          <li key={confidence}>
            <ConfidenceLine confidence={confidence} />
            {confidenceWord(confidence)} <b>{number(edges.get(confidence)?.length ?? 0)}</b>
          </li>
        ))}
      </ul>
    </>
  )
}
