import { ActionIcon } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import { Icon } from '../marks/icon.tsx'
import classes from './why-panel.module.css'

/**
 * Answers "why?" beside the page: it takes the focus when it opens and gives it back when it closes, Escape closes it.
 * The page stays in use.
 */
export function WhyPanel(props: {
  title: string
  onClose: () => void
  docked?: boolean
  children: ReactNode
}) {
  const { title, onClose, docked = false, children } = props
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    const before = document.activeElement
    panel.current?.focus({ preventScroll: true })
    return () => {
      // Also what is no HTML: an edge of a map.
      const focusable = before instanceof HTMLElement || before instanceof SVGElement
      if (focusable && before.isConnected) before.focus({ preventScroll: true })
    }
  }, [])
  return (
    <aside
      ref={panel}
      className={classes.panel}
      data-docked={docked || undefined}
      aria-label={title}
      tabIndex={-1}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <header className={classes.head}>
        <h2>{title}</h2>
        <ActionIcon aria-label="Close" onClick={onClose}>
          <Icon name="close" />
        </ActionIcon>
      </header>
      {children}
    </aside>
  )
}
