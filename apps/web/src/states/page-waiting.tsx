import { RowsWaiting } from './rows-waiting.tsx'

/** A page whose code is still on its way. */
export function PageWaiting() {
  return <RowsWaiting rows={8} label="Loading the page" />
}
