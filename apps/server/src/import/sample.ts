import type { Repository } from '@alidade/importers'
import type { Source } from '@alidade/model'

/** The sample organisation stands for a repository of this name. */
export const sampleRepository: Repository = { name: 'sample' }

const prefix = `${sampleRepository.name}/`

/** Whether a source belongs to the sample organisation. */
export function isSample({ id }: Pick<Source, 'id'>): boolean {
  return id.startsWith(prefix)
}

/** The sample's sources that leave when `coming` is imported: all of them, at the first that is not the sample's own. */
export function sampleToLeave(
  stored: readonly Source[],
  coming: readonly Pick<Source, 'id'>[],
): readonly Source[] {
  const real = coming.some((source) => !isSample(source))
  return real ? stored.filter(isSample) : []
}
