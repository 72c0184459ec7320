import type { EvidencePartsFragment } from '../generated/documents.ts'
import { ConfidenceLine } from '../marks/confidence-line.tsx'
import { confidenceWord } from '../marks/confidences.ts'
import { Icon } from '../marks/icon.tsx'
import { ago, isOld } from '../text/age.ts'
import { count } from '../text/count.ts'
import { safeUrl } from '../text/safe-url.ts'
import classes from './evidence-list.module.css'

/** Every place that says so, the surest first, each with a link to its line. `total` counts those that did not come too. */
export function EvidenceList(props: { evidence: readonly EvidencePartsFragment[]; total?: number }) {
  const { evidence, total = evidence.length } = props
  return (
    <>
      <ul className={classes.list}>
        {evidence.map((one) => (
          <li
            key={JSON.stringify([
              one.source.id,
              one.confidence,
              one.file,
              one.line,
              one.reason,
              one.environment,
              one.by,
            ])}
          >
            <OneEvidence evidence={one} />
          </li>
        ))}
      </ul>
      {total > evidence.length && (
        <p className="more">
          {count(total - evidence.length, 'more place')} {total - evidence.length === 1 ? 'says' : 'say'} the
          same; a fact keeps the first 100.
        </p>
      )}
    </>
  )
}

function OneEvidence({ evidence }: { evidence: EvidencePartsFragment }) {
  const { source, confidence, file, line, reason, environment, by, stale } = evidence
  const seen = evidence.lastSeen ?? source.lastRead
  const url = evidence.url ? safeUrl(evidence.url) : undefined
  const place = `${file}:${line}`
  return (
    <>
      <ConfidenceLine confidence={confidence} />
      <div>
        <div className={classes.head}>
          <b>{confidenceWord(confidence)}</b>
          <span className="t3">{source.id}</span>
          <span className="space" />
          {seen && (
            <span className={isOld(seen) ? 'warn' : 't3'} title={`last read ${seen}`}>
              {ago(seen)}
            </span>
          )}
        </div>
        {url ? (
          <a className={`place-in-file ${classes.place}`} href={url} target="_blank" rel="noreferrer">
            {place} <Icon name="external" size={11} />
            <span className="visually-hidden">(opens the line in the forge)</span>
          </a>
        ) : (
          <span className="place-in-file">{place}</span>
        )}
        {(reason || environment || by || evidence.count != null) && (
          <p className={classes.reason}>
            {reason && (
              <>
                read from <code>{reason}</code>
              </>
            )}
            {environment && ` in ${environment}`}
            {evidence.count != null && ` seen ${count(evidence.count, 'time')}`}
            {by && ` by ${by}`}
          </p>
        )}
        {stale && (
          <p className={classes.stale}>
            <Icon name="alert" size={12} /> The file can’t be read any more: this is what it said before.
          </p>
        )}
      </div>
    </>
  )
}
