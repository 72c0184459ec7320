import { Section } from '../entity/section.tsx'
import { Place } from './place.tsx'

const fromShell = `curl ${globalThis.location?.origin ?? ''}/graphql \\
  --header 'content-type: application/json' \\
  --data '{"query": "{ services(first: 5, orderBy: {by: CALLERS, descending: true}) { totalCount nodes { ref callerCount } } }"}'`

const fromCli = `echo '{ entities(where: {owners: [null]}) { totalCount nodes { ref } } }' | npx -y pnpm alidade query -`

/** Questions in GraphQL: for now, where to send them. */
export function AskPlace() {
  return (
    <Place
      name="Ask"
      lead="Everything these pages show comes from one GraphQL API, and so can everything that they don’t."
    >
      <div className="stack">
        <Section title="Over HTTP">
          <p>
            The API answers at <code>/graphql</code>, by POST. Its schema is <code>schema.graphql</code> in
            the repository, and introspection gives it too. What five services are most depended upon:
          </p>
          <pre className="command">{fromShell}</pre>
        </Section>
        <Section title="From a shell">
          <p>
            <code>alidade query</code> asks the same of a running server or of the store. What nobody owns:
          </p>
          <pre className="command">{fromCli}</pre>
        </Section>
      </div>
    </Place>
  )
}
