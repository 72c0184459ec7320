import { importCommand } from './import-command.ts'

const ticks = Array.from({ length: 13 }, (_, number) => {
  const angle = (Math.PI * number) / 12
  const inner = number % 3 === 0 ? 29 : 32
  const at = (radius: number) => `${44 - radius * Math.cos(angle)} ${46 - radius * Math.sin(angle)}`
  return { angle, path: `M${at(36)}L${at(inner)}` }
})

/** Nothing was imported yet: the first bearing is still to be taken. */
export function EmptyGraph() {
  return (
    <section className="empty" data-centred>
      <svg width={88} height={52} viewBox="0 0 88 52" fill="none" stroke="var(--al-line-control)" aria-hidden>
        <path d="M8 46a36 36 0 0 1 72 0M4 46h80" />
        {ticks.map(({ angle, path }) => (
          <path key={angle} d={path} />
        ))}
        <path d="M44 46V14" stroke="var(--al-accent)" strokeWidth={2} />
        <circle cx="44" cy="46" r="2.5" fill="var(--al-accent)" stroke="none" />
      </svg>
      <title>No graph yet · Alidade</title>
      <h1>No graph yet</h1>
      <p>
        Import a folder of checkouts, and this page shows what depends on what, with file and line for each
        fact.
      </p>
      <pre className="command">{importCommand}</pre>
      <p className="small">Backstage descriptors and Docker Compose files are recognised by themselves.</p>
    </section>
  )
}
