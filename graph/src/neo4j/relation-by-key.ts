/** Cypher that finds the ends of a `key`: from, type, to. Both are looked up in the index, however many there are. */
export const endsOfKey = `
  MATCH (f:Entity {ref: key[0]}) USING INDEX SEEK f:Entity(ref)
  MATCH (t:Entity {ref: key[2]}) USING INDEX SEEK t:Entity(ref)`

/** Cypher that finds the relation of a `key`. */
export const relationOfKey = `${endsOfKey}
  MATCH (f)-[r]->(t) WHERE type(r) = key[1]`

const many = 500

/**
 * A statement that finds relations for so many keys, planned for the graph as it is. Neo4j keeps the plan that it made
 * when it first saw a statement, for 10 seconds at least: one made for an empty graph goes through all relations of an
 * end, which takes minutes where it is a hub. For few keys a new plan costs more than it saves.
 * @see https://neo4j.com/docs/cypher-manual/current/planning-and-tuning/query-tuning/ (replan)
 */
export function planned(cypher: string, keys: number): string {
  return keys > many ? `CYPHER replan=force ${cypher}` : cypher
}
