import { Link } from '@tanstack/react-router'
import type { ShellQuery } from '../generated/documents.ts'
import { Logo } from '../marks/logo.tsx'
import { SearchBox } from '../search/search-box.tsx'
import { places } from './places.ts'
import { SchemeSwitch } from './scheme-switch.tsx'
import { SourceAge } from './source-age.tsx'
import classes from './top-bar.module.css'

export function TopBar({ graph }: { graph: ShellQuery['graph'] | undefined }) {
  return (
    <header className={classes.bar}>
      <Link to="/" className={classes.brand} aria-label="Alidade, home">
        <Logo />
        <span>Alidade</span>
      </Link>
      <nav className={classes.nav} aria-label="Places">
        {places.map(({ to, name }) => (
          <Link key={to} to={to} activeOptions={{ exact: to === '/', includeSearch: false }}>
            {name}
          </Link>
        ))}
      </nav>
      <span className="space" />
      <SearchBox />
      <SourceAge graph={graph} />
      <SchemeSwitch />
    </header>
  )
}
