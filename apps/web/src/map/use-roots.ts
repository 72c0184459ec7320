import { useQuery } from '@apollo/client/react'
import { useMemo } from 'react'
import { type EntityNameFragment, type EntityWhere, MapPartsDocument } from '../generated/documents.ts'

/** As many as one question may start from. */
const most = 50
const nobody: readonly string[] = []

interface Roots {
  readonly refs: readonly string[]
  /** How many more there are. */
  readonly hidden: number
  /** Nothing belongs to it. */
  readonly none: boolean
  readonly error: unknown
}

/** What stands in the middle of a map: the entity itself, or what belongs to a team, a person, a system or a domain. */
export function useRoots(entity: Pick<EntityNameFragment, 'ref' | 'kind'> | null | undefined): Roots {
  const where = entity && partsOf(entity)
  const { data, error } = useQuery(MapPartsDocument, {
    variables: { where: where ?? {}, first: most },
    skip: !where,
  })
  const parts = data?.entities
  return useMemo(() => {
    if (!entity) return { refs: nobody, hidden: 0, none: false, error: undefined }
    if (!where) return { refs: [entity.ref], hidden: 0, none: false, error: undefined }
    return {
      refs: parts?.nodes.map(({ ref }) => ref) ?? nobody,
      hidden: parts ? parts.totalCount - parts.nodes.length : 0,
      none: parts?.totalCount === 0,
      error,
    }
  }, [entity, where, parts, error])
}

const software = ['SERVICE', 'RESOURCE'] as const

function partsOf({ ref, kind }: Pick<EntityNameFragment, 'ref' | 'kind'>): EntityWhere | undefined {
  switch (kind) {
    case 'TEAM':
    case 'PERSON':
      return { kinds: software, owners: [ref] }
    case 'SYSTEM':
      return { kinds: software, systems: [ref] }
    case 'DOMAIN':
      return { kinds: software, domains: [ref] }
    default:
      return undefined
  }
}
