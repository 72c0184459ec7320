import { type Confidence, confidences, type RelationType, relationTypes } from '@alidade/model'

/** The type and confidence of a stored relation as one number: the type's place in `relationTypes` times four, plus. */
export function markOf(type: RelationType, confidence: Confidence): number {
  return relationTypes.indexOf(type) * 4 + confidences.indexOf(confidence)
}

export const typeMark = (type: RelationType): number => relationTypes.indexOf(type)
export const typeOf = (mark: number): number => mark >> 2
export const confidenceOf = (mark: number): number => mark & 3

export const owns = typeMark('OWNS')
export const partOf = typeMark('PART_OF')
export const provides = typeMark('PROVIDES')
export const consumes = typeMark('CONSUMES')
export const dependsOn = typeMark('DEPENDS_ON')
