import { Combobox } from '@mantine/core'
import type { SearchQuery } from '../generated/documents.ts'
import { KindMark } from '../marks/kind-mark.tsx'
import { kinds } from '../marks/kinds.ts'
import { whatFailed } from '../states/what-failed.ts'
import { count } from '../text/count.ts'
import classes from './search-box.module.css'

type Hit = NonNullable<SearchQuery['search']>['hits'][number]

/** What was found, the best first, and the way to the rest. */
export function SearchHits(props: {
  text: string
  result: SearchQuery['search'] | undefined
  error: unknown
  waiting: boolean
  everything: string
}) {
  const { result, error } = props
  const beyond = result ? result.totalCount - result.hits.length : 0
  return (
    <Combobox.Options aria-label="Found">
      {result?.hits.map((hit) => (
        <Combobox.Option key={hit.node.ref} value={hit.node.ref} className={classes.option}>
          <KindMark kind={hit.node.kind} unresolved={hit.node.unresolved} decorative />
          <b>{hit.node.title}</b>
          <span>{about(hit)}</span>
        </Combobox.Option>
      ))}
      {beyond > 0 && (
        <Combobox.Option value={props.everything} className={classes.option}>
          <span>{count(beyond, 'more', 'more')}: show in the catalogue</span>
        </Combobox.Option>
      )}
      {result?.hits.length === 0 && (
        <Combobox.Empty className={classes.none}>
          Nothing is called something like “{props.text}”.
        </Combobox.Empty>
      )}
      {!result && !props.waiting && Boolean(error) && (
        <Combobox.Empty className={classes.none}>Search failed: {whatFailed(error).title}.</Combobox.Empty>
      )}
      {!result && props.waiting && <Combobox.Empty className={classes.none}>Searching…</Combobox.Empty>}
    </Combobox.Options>
  )
}

/** Its kind, its owner, and the name that was met, where that is another one. */
function about({ node, matched }: Hit): string {
  const owner = node.owners[0]?.title
  const met =
    matched.toLowerCase() === node.title.toLowerCase() || matched === node.name
      ? undefined
      : `as “${matched}”`
  return [kinds[node.kind].one, owner, met].filter(Boolean).join(', ')
}
