import { importCommand } from '../states/import-command.ts'
import classes from './sample-banner.module.css'

/** Says that what is on the page is not theirs, and how it would be. */
export function SampleBanner() {
  return (
    <aside className={classes.banner} aria-label="About this graph">
      <span>This is the sample organisation. Import your own, and it leaves:</span>
      <code>{importCommand}</code>
    </aside>
  )
}
