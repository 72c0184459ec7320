import { skipToken, useQuery } from '@apollo/client/react'
import { Combobox, useCombobox } from '@mantine/core'
import { useDebouncedValue, useHotkeys } from '@mantine/hooks'
import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { SearchDocument } from '../generated/documents.ts'
import { Icon } from '../marks/icon.tsx'
import classes from './search-box.module.css'
import { SearchHits } from './search-hits.tsx'

const everything = 'everything'
const pause = 120

/** Finds entities by name, typos forgiven, from any page; Ctrl-K or ⌘-K goes to it. */
export function SearchBox() {
  const navigate = useNavigate()
  const input = useRef<HTMLInputElement>(null)
  const [text, setText] = useState('')
  const [asked] = useDebouncedValue(text.trim(), pause)
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() })
  const { data, previousData, error, loading } = useQuery(
    SearchDocument,
    asked ? { variables: { text: asked }, fetchPolicy: 'cache-first' } : skipToken,
  )
  // From other fields too: it is how one leaves them.
  useHotkeys([['mod+K', () => input.current?.focus()]], [])

  const leave = () => {
    combobox.closeDropdown()
    setText('')
    input.current?.blur()
  }
  const choose = (chosen: string) => {
    const search = text.trim()
    leave()
    return chosen === everything
      ? navigate({ to: '/catalogue', search: { text: search } })
      : navigate({ to: '/entities/$ref', params: { ref: chosen } })
  }

  return (
    <Combobox store={combobox} onOptionSubmit={choose} position="bottom-end" width={380} withinPortal={false}>
      <Combobox.DropdownTarget>
        <div className={classes.field}>
          <Icon name="search" />
          <Combobox.EventsTarget withExpandedAttribute>
            <input
              ref={input}
              type="search"
              spellCheck={false}
              aria-label="Search for anything by name"
              aria-autocomplete="list"
              placeholder="Search or jump to…"
              value={text}
              onChange={({ target }) => {
                setText(target.value)
                if (target.value.trim()) combobox.openDropdown()
                else combobox.closeDropdown()
                combobox.resetSelectedOption()
              }}
              onFocus={() => text.trim() && combobox.openDropdown()}
              onBlur={() => combobox.closeDropdown()}
              onKeyDown={(event) => event.key === 'Escape' && leave()}
            />
          </Combobox.EventsTarget>
          <kbd aria-hidden>{/mac/i.test(navigator.platform) ? '⌘K' : 'Ctrl K'}</kbd>
        </div>
      </Combobox.DropdownTarget>
      <Combobox.Dropdown className={classes.dropdown}>
        <SearchHits
          text={asked}
          result={(data ?? previousData)?.search}
          error={error}
          waiting={loading}
          everything={everything}
        />
      </Combobox.Dropdown>
    </Combobox>
  )
}
