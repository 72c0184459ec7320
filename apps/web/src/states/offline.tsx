import { useSyncExternalStore } from 'react'
import { Icon } from '../marks/icon.tsx'
import classes from './offline.module.css'

/** Says that the machine has no network: what is on the page stays, and is not renewed. */
export function Offline() {
  const online = useSyncExternalStore(subscribe, () => navigator.onLine)
  if (online) return null
  return (
    <div className={classes.offline} role="status">
      <Icon name="info" />
      <span>
        <b>You are offline.</b> What you see stays; what is not loaded yet comes when you are back.
      </span>
    </div>
  )
}

function subscribe(changed: () => void): () => void {
  addEventListener('online', changed)
  addEventListener('offline', changed)
  return () => {
    removeEventListener('online', changed)
    removeEventListener('offline', changed)
  }
}
