import { DependencySection } from './dependency-section.tsx'
import type { EntityView } from './entity-view.ts'
import { RelatedSection } from './related-section.tsx'
import type { ShownEntity } from './shown-entity.ts'
import { TeamDependencySection } from './team-dependency-section.tsx'

type Props = { entity: ShownEntity; view: EntityView; onView: (change: Partial<EntityView>) => void }

/** What is around it: for each kind what people ask of that kind. */
export function EntitySections(props: Props) {
  const { entity } = props
  switch (entity.__typename) {
    case 'Service':
      return (
        <>
          <DependencySection {...props} side="callers" title="Consumed by" list={entity.dependents} />
          <DependencySection {...props} side="callees" title="Consumes" list={entity.dependsOn} />
          <RelatedSection {...props} name="provides" title="Provides" list={entity.provides} />
          <RelatedSection {...props} name="consumes" title="Consumes APIs" list={entity.consumes} />
        </>
      )
    case 'Resource':
      return (
        <>
          <DependencySection {...props} side="callers" title="Used by" list={entity.dependents} />
          <DependencySection {...props} side="callees" title="Uses" list={entity.dependsOn} hideEmpty />
        </>
      )
    case 'Api':
      return (
        <>
          <RelatedSection
            {...props}
            name="providers"
            title="Provided by"
            list={entity.providers}
            showEmpty="Nothing that was imported provides it."
          />
          <RelatedSection
            {...props}
            name="consumers"
            title="Consumed by"
            list={entity.consumers}
            showEmpty="Nothing that was imported consumes it."
            all="callers"
          />
          <RelatedSection {...props} name="operations" title="Operations" list={entity.operations} />
        </>
      )
    case 'Team':
      return (
        <>
          <TeamDependencySection entity={entity} title="Depends on us" list={entity.teamDependents} />
          <TeamDependencySection entity={entity} title="We depend on" list={entity.teamDependsOn} />
          <RelatedSection
            {...props}
            name="owned"
            title="Owns"
            list={entity.owned}
            showEmpty="Nothing names this team as its owner."
            all="callers"
          />
          <RelatedSection {...props} name="members" title="Members" list={entity.members} />
          <RelatedSection {...props} name="children" title="Teams within" list={entity.children} />
        </>
      )
    case 'Person':
      return (
        <>
          <RelatedSection {...props} name="memberOf" title="Member of" list={entity.memberOf} />
          <RelatedSection {...props} name="owned" title="Owns" list={entity.owned} all="callers" />
        </>
      )
    case 'System':
    case 'Domain':
      return (
        <RelatedSection
          {...props}
          name="parts"
          title="Parts"
          list={entity.parts}
          showEmpty="Nothing says that it is part of this."
          all="callers"
        />
      )
    case 'Operation':
    case 'Technology':
    case 'Guild':
      return <RelatedSection {...props} name="all" title="Related" list={entity.all} all="callers" />
    default:
      return null
  }
}
