import { Link, useLocation } from '@tanstack/react-router'
import { useState } from 'react'
import { Icon } from '../marks/icon.tsx'
import { Sheet } from '../sheet/sheet.tsx'
import { inTabBar, places } from './places.ts'
import classes from './tab-bar.module.css'

/** The places, at the bottom of a narrow page, where the thumb is. */
export function TabBar() {
  const [more, setMore] = useState(false)
  const { pathname } = useLocation()
  const others = places.slice(inTabBar)
  return (
    <>
      <nav className={classes.bar} aria-label="Places">
        {places.slice(0, inTabBar).map(({ to, name, icon }) => (
          <Link key={to} to={to} activeOptions={{ exact: to === '/', includeSearch: false }}>
            <Icon name={icon} size={18} />
            {name}
          </Link>
        ))}
        <button
          type="button"
          aria-haspopup="dialog"
          aria-current={others.some(({ to }) => pathname.startsWith(to)) ? 'true' : undefined}
          onClick={() => setMore(true)}
        >
          <Icon name="dots" size={18} />
          More
        </button>
      </nav>
      <Sheet title="More places" open={more} onClose={() => setMore(false)}>
        <ul className={classes.others}>
          {others.map(({ to, name, icon }) => (
            <li key={to}>
              <Link to={to} onClick={() => setMore(false)}>
                <Icon name={icon} size={18} />
                {name}
              </Link>
            </li>
          ))}
        </ul>
      </Sheet>
    </>
  )
}
