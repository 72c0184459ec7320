import { skipToken, useQuery } from '@apollo/client/react'
import { useDebouncedValue } from '@mantine/hooks'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Section } from '../entity/section.tsx'
import { type MapEntityFragment, MapSuggestionsDocument, SearchDocument } from '../generated/documents.ts'
import { Icon } from '../marks/icon.tsx'
import { KindMark } from '../marks/kind-mark.tsx'
import { kinds } from '../marks/kinds.ts'
import { Failure } from '../states/failure.tsx'
import { RowsWaiting } from '../states/rows-waiting.tsx'
import { count } from '../text/count.ts'
import classes from './choose-subject.module.css'

const pause = 120

/** A map is of something: find it by name, or take what most depends on. */
export function ChooseSubject() {
  const [text, setText] = useState('')
  const [asked] = useDebouncedValue(text.trim(), pause)
  return (
    <article>
      <title>Map · Alidade</title>
      <header className="page-head">
        <div>
          <h1>Map</h1>
          <p>Who calls it on the left, what it calls on the right, with the reason for each line.</p>
        </div>
      </header>
      <label className={classes.field}>
        <Icon name="search" />
        <span className="visually-hidden">What the map is of</span>
        <input
          type="search"
          spellCheck={false}
          placeholder="A service, API, team, system…"
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </label>
      {asked ? <Found text={asked} /> : <Suggestions />}
    </article>
  )
}

function Found({ text }: { text: string }) {
  const { data, previousData, error, refetch } = useQuery(
    SearchDocument,
    text ? { variables: { text } } : skipToken,
  )
  const found = (data ?? previousData)?.search
  if (!found) {
    if (error) return <Failure what="The search failed" error={error} onRetry={() => refetch()} />
    return <RowsWaiting rows={4} label="Searching" />
  }
  return (
    <Section title="Found" count={found.totalCount}>
      {found.totalCount === 0 && <p className="more">Nothing is called something like “{text}”.</p>}
      <ul className="lines">
        {found.hits.map(({ node }) => (
          <Subject key={node.ref} entity={node} about={aboutOwner(node)} />
        ))}
      </ul>
      {found.totalCount > found.hits.length && (
        <p className="more">
          {count(found.totalCount - found.hits.length, 'more', 'more')}:{' '}
          <Link className="link" to="/catalogue" search={{ text }}>
            show in the catalogue
          </Link>
        </p>
      )}
    </Section>
  )
}

function Suggestions() {
  const { data, error, refetch } = useQuery(MapSuggestionsDocument, { variables: { first: 10 } })
  const most = data?.entities?.nodes
  if (!most) {
    if (error)
      return <Failure what="The suggestions could not be shown" error={error} onRetry={() => refetch()} />
    return <RowsWaiting rows={10} label="Loading suggestions" />
  }
  return (
    <Section title="Most depended upon">
      <ul className="lines">
        {most.map((entity) => (
          <Subject
            key={entity.ref}
            entity={entity}
            about={`${aboutOwner(entity)}, ${count(entity.callerCount, 'caller')}`}
          />
        ))}
      </ul>
    </Section>
  )
}

type Named = Pick<MapEntityFragment, 'ref' | 'kind' | 'title' | 'unresolved' | 'owners'>

function aboutOwner({ kind, owners }: Named): string {
  return [kinds[kind].one, ...owners.map(({ title }) => title)].join(', ')
}

function Subject({ entity, about }: { entity: Named; about: string }) {
  return (
    <li>
      <Link to="/map" search={{ ref: entity.ref }} className={classes.subject}>
        <KindMark kind={entity.kind} unresolved={entity.unresolved} decorative />
        <b>{entity.title}</b>
        <span className="t3 small">{about}</span>
      </Link>
    </li>
  )
}
