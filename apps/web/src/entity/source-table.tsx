import { EvidenceList } from '../evidence/evidence-list.tsx'
import { count } from '../text/count.ts'
import { valueText } from '../text/value.ts'
import { Section } from './section.tsx'
import type { ShownEntity } from './shown-entity.ts'
import { sourceHeads, sourceRows } from './source-rows.ts'
import classes from './source-table.module.css'

/** What each source says of it, side by side, with what they differ on marked; and where each says it. */
export function SourceTable({ entity }: { entity: ShownEntity }) {
  const { statements } = entity
  if (!statements || statements.length === 0) return null
  const rows = sourceRows(statements)
  const differences = rows.filter(({ differs }) => differs).length
  return (
    <Section
      title="What each source says"
      count={differences > 0 ? count(differences, 'difference') : 'no differences'}
    >
      <section
        className="scroll-x"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: axe asks for it (scrollable-region-focusable)
        tabIndex={0}
        aria-label="Properties, source by source"
      >
        <table className={`table ${classes.table}`}>
          <thead>
            <tr>
              <th className={classes.key}>Property</th>
              {sourceHeads(statements).map(({ source, file }, number) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: one source may say two things; their order is their rank
                <th key={number} title={[source, file].filter(Boolean).join(', ')}>
                  {source}
                  {number === 0 && statements.length > 1 && ', trusted first'}
                  {file && <span className={classes.file}>{file}</span>}
                </th>
              ))}
              <th className={classes.verdict}>
                <span className="visually-hidden">Whether they agree</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, said, winner, differs }) => (
              <tr key={key}>
                <td className="wraps t2">{key}</td>
                {said.map((value, number) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a column is a statement, in the order of the head
                  <td key={number} className="wraps" data-wins={number === winner || undefined}>
                    {value === undefined ? (
                      <span className="t3">–</span>
                    ) : (
                      <span className={differs && number !== winner ? `warn ${classes.other}` : undefined}>
                        {valueText(value)}
                      </span>
                    )}
                  </td>
                ))}
                <td className="figure">
                  {differs && (
                    <span className="chip" data-tone="warning">
                      sources differ
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <EvidenceList
        evidence={statements.flatMap(({ evidence }) => evidence)}
        total={statements.reduce((sum, { evidenceCount }) => sum + evidenceCount, 0)}
      />
    </Section>
  )
}
