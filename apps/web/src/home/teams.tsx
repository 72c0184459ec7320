import { Link } from '@tanstack/react-router'
import { EntityLink } from '../entity/entity-link.tsx'
import { Section } from '../entity/section.tsx'
import type { HomeQuery, TeamLineFragment } from '../generated/documents.ts'
import { count } from '../text/count.ts'
import classes from './home-page.module.css'

/** The teams, each with how many it has to do with: one finds one's own, and goes on from there. */
export function Teams({ teams }: { teams: NonNullable<HomeQuery['teams']> }) {
  const beyond = teams.totalCount - teams.nodes.length
  return (
    <Section title="Find your team" count={teams.totalCount}>
      {teams.totalCount === 0 ? (
        <p className="more">No team is described yet. Teams come with Backstage Group descriptors.</p>
      ) : (
        <table className="table">
          <thead>
            <tr>
              <th>Team</th>
              <th className={`figure ${classes.count}`}>Services</th>
              <th className={`figure ${classes.teamCount}`}>Depend on it</th>
              <th className={`figure ${classes.teamCount}`}>It depends on</th>
            </tr>
          </thead>
          <tbody>
            {teams.nodes.map((team) => (
              <TeamRow key={team.ref} team={team} />
            ))}
          </tbody>
        </table>
      )}
      {beyond > 0 && (
        <p className="more">
          {count(beyond, 'more', 'more')}:{' '}
          <Link className="link" to="/catalogue" search={{ kinds: ['team'], order: 'name' }}>
            show
          </Link>
        </p>
      )}
    </Section>
  )
}

function TeamRow({ team }: { team: TeamLineFragment }) {
  const [services, dependents, dependsOn] =
    team.__typename === 'Team'
      ? [team.services?.totalCount, team.dependents?.totalCount, team.dependsOn?.totalCount]
      : []
  return (
    <tr>
      <td className="wraps">
        <EntityLink entity={team} />
      </td>
      <td className="figure">
        {services ? (
          <Link
            className="link"
            to="/catalogue"
            search={{ kinds: ['service'], owners: [team.ref] }}
            aria-label={`${services} services of ${team.title}`}
          >
            {services}
          </Link>
        ) : (
          <Zero />
        )}
      </td>
      <td className="figure">
        <Around team={team} side="in" teams={dependents} />
      </td>
      <td className="figure">
        <Around team={team} side="out" teams={dependsOn} />
      </td>
    </tr>
  )
}

function Around(props: { team: TeamLineFragment; side: 'in' | 'out'; teams: number | undefined }) {
  const { team, side, teams } = props
  if (!teams) return <Zero />
  const words = side === 'in' ? `depend on ${team.title}` : `are what ${team.title} depends on`
  return (
    <Link
      className="link"
      to="/map"
      search={{ ref: team.ref, direction: side, groupBy: 'team' }}
      aria-label={`${count(teams, 'team')} ${words}, as a map`}
    >
      {count(teams, 'team')}
    </Link>
  )
}

function Zero() {
  return <span className="t3">·</span>
}
