import type { Ruling } from '@alidade/model'

/** What a shared identity says, as people would: `same repository and folder (acme/shop, services/cart)`. */
export function identityReason(identity: string): string {
  const [, repository, folder] = /^folder:(.*)#(.*)$/.exec(identity) ?? []
  if (repository !== undefined) return `same repository and folder (${repository}, ${folder})`
  if (identity.startsWith('image:')) return `same image (${identity.slice('image:'.length)})`
  return `same ${identity}`
}

export function nameReason(repository: string, readers: readonly string[]): string {
  return `same name in ${repository} (${readers.join(', ')})`
}

export function rulingReason({ by, why }: Pick<Ruling, 'by' | 'why'>): string {
  return why === undefined ? `${by} says so` : `${by} says so: ${why}`
}

/** Why a bare mention means what it means. */
export const onlyOne = 'the only one with this name'
export const ownName = 'the name that its own project gives it'
export const sameName = 'same name'
