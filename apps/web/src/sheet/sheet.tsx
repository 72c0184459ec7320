import { ActionIcon } from '@mantine/core'
import { type ReactNode, useEffect, useRef } from 'react'
import { Icon } from '../marks/icon.tsx'
import classes from './sheet.module.css'

/** What comes up from the bottom of a narrow page. The browser's own dialog: it holds the focus, and Escape closes it. */
export function Sheet(props: { title: string; open: boolean; onClose: () => void; children: ReactNode }) {
  const { title, open, onClose, children } = props
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (open) dialog.current?.showModal()
    else dialog.current?.close()
  }, [open])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard has Escape and the button; this is for a tap beside the sheet
    <dialog
      ref={dialog}
      className={classes.sheet}
      aria-label={title}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      {open && (
        <div className={classes.inside}>
          <header className={classes.head}>
            <h2>{title}</h2>
            <ActionIcon aria-label="Close" onClick={onClose}>
              <Icon name="close" />
            </ActionIcon>
          </header>
          {children}
        </div>
      )}
    </dialog>
  )
}
