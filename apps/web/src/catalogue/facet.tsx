import { useState } from 'react'
import type { CatalogueFacetsQuery } from '../generated/documents.ts'
import { ConfidenceLine } from '../marks/confidence-line.tsx'
import { confidences } from '../marks/confidences.ts'
import { KindMark } from '../marks/kind-mark.tsx'
import { isKind, kinds } from '../marks/kinds.ts'
import { count, number } from '../text/count.ts'
import { readableValue } from './active-filters.ts'
import classes from './facet.module.css'
import { type FacetField, inAddress } from './facet-fields.ts'

type Counted = NonNullable<CatalogueFacetsQuery['entities']>['facets'][number]

/** How many values a facet shows before it is asked for more. */
const few = 7

/** One filter: its values with their counts, any number of them chosen. */
export function Facet(props: {
  field: FacetField
  title: string
  facet: Counted
  chosen: readonly string[]
  onChosen: (chosen: string[]) => void
}) {
  const { field, title, facet, chosen, onChosen } = props
  const [all, setAll] = useState(field === 'kinds')
  const values = facet.values.map(({ value, label, count }) => ({
    value: inAddress(field, value),
    label,
    count,
  }))
  // What is chosen stays on the page, also where nothing has it any more.
  const gone = chosen.filter((one) => !values.some(({ value }) => value === one))
  const offered = [
    ...values,
    ...gone.map((value) => ({ value, label: readableValue(field, value), count: 0 })),
  ]
  const shown = offered.filter(({ value }, place) => all || place < few || chosen.includes(value))
  // The server lists the most frequent, and counts all.
  const unlisted = Math.max(0, facet.totalCount - offered.length)
  if (offered.length === 0) return null
  return (
    <fieldset className={classes.facet}>
      <legend>{title}</legend>
      {shown.map(({ value, label, count: found }) => (
        <label key={value} data-none={value === '' || undefined}>
          <input
            type="checkbox"
            className="check"
            checked={chosen.includes(value)}
            onChange={({ target }) =>
              onChosen(target.checked ? [...chosen, value] : chosen.filter((one) => one !== value))
            }
          />
          <ValueName field={field} value={value} label={label} />
          <span className={classes.count}>{number(found)}</span>
        </label>
      ))}
      {offered.length > shown.length && (
        <button type="button" className={`link ${classes.more}`} onClick={() => setAll(true)}>
          {count(offered.length - shown.length + unlisted, 'more', 'more')}
        </button>
      )}
      {all && unlisted > 0 && (
        <p className={classes.more}>
          {count(
            unlisted,
            'rarer one is not listed: another filter',
            'rarer ones are not listed: another filter',
          )}{' '}
          brings them up
        </p>
      )}
    </fieldset>
  )
}

function ValueName({ field, value, label }: { field: FacetField; value: string; label: string }) {
  const word = value.toUpperCase()
  if (field === 'kinds' && isKind(word)) {
    return (
      <>
        <KindMark kind={word} size={14} decorative />
        <span>{kinds[word].one}</span>
      </>
    )
  }
  const confidence = field === 'confidences' && confidences.find((one) => one === word)
  if (confidence) {
    return (
      <>
        <ConfidenceLine confidence={confidence} />
        <span>{value}</span>
      </>
    )
  }
  if (field === 'confidences' && value === '') {
    return (
      <span title="Nothing depends on it, and it depends on nothing">
        <span aria-hidden>–</span>
        <span className="visually-hidden">no dependencies</span>
      </span>
    )
  }
  const plain = field === 'confidences' || field === 'states' ? readableValue(field, value) : label
  return <span className={value === '' && field === 'owners' ? 'warn' : undefined}>{plain}</span>
}
