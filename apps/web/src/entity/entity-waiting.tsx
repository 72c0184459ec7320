import { RowsWaiting } from '../states/rows-waiting.tsx'

/** The page's frame while its entity is on the way: what comes takes the same place. */
export function EntityWaiting({ entityRef }: { entityRef: string }) {
  return (
    <article aria-busy>
      <title>{`${entityRef} · Alidade`}</title>
      <header className="page-head">
        <div>
          <h1>{entityRef.split('/').at(-1)}</h1>
          <p>&nbsp;</p>
        </div>
      </header>
      <div className="two-columns">
        <section className="section">
          <header className="section-head" />
          <RowsWaiting rows={10} label="Loading" />
        </section>
      </div>
    </article>
  )
}
