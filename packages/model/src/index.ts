export { type Change, changesAnything, changesFact, type Delta, emptyDelta, invert } from './delta.ts'
export type { Alias, Candidate, Entity, EntityStatement, Labels, Properties, Said } from './entity.ts'
export { InvalidInput, type Place, type Problem } from './errors.ts'
export {
  type Confidence,
  confidenceRank,
  confidences,
  type Evidence,
  evidenceId,
  mostEvidence,
} from './evidence.ts'
export { type EntityHead, entityHead, type RelationHead, relationHead } from './head.ts'
export { canonicalJson, type Json } from './json.ts'
export { type Kind, kindOf, kinds } from './kind.ts'
export {
  contractVersionRef,
  kindOfRef,
  makeRef,
  operationRef,
  parseForeignRef,
  parseRef,
  type Ref,
  type RefParts,
  refParts,
  teamHandle,
} from './ref.ts'
export { type Relation, type RelationKey, type RelationType, relationId, relationTypes } from './relation.ts'
export type {
  Description,
  Include,
  LocatedStatement,
  Mention,
  Reading,
  ReadingHead,
  ReadingKey,
  RelationStatement,
  Ruling,
  Settled,
  Source,
  Statement,
} from './statement.ts'
