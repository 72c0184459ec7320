import { useDebouncedCallback } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import { Icon } from '../marks/icon.tsx'
import classes from './catalogue-page.module.css'

const pause = 180

/** Filters by name, typos forgiven. What is typed waits for a pause before it becomes the address. */
export function TextFilter({
  text = '',
  onText,
}: {
  text: string | undefined
  onText: (text?: string) => void
}) {
  const [typed, setTyped] = useState(text)
  const tell = useDebouncedCallback((words: string) => onText(words.trim() || undefined), pause)
  // Back and a dropped filter change the address from outside.
  useEffect(() => setTyped((now) => (now.trim() === text ? now : text)), [text])
  return (
    <div className={classes.text}>
      <Icon name="search" size={14} />
      <input
        type="search"
        spellCheck={false}
        aria-label="Filter by name"
        placeholder="Filter by name…"
        value={typed}
        onChange={({ target }) => {
          setTyped(target.value)
          tell(target.value)
        }}
      />
    </div>
  )
}
