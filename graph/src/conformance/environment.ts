/**
 * A Neo4j to test on instead of those that the tests start themselves. What it holds is deleted, so it has to be empty
 * or the tests' own. Never `NEO4J_URI`: that is somebody's graph.
 */
export const testNeo4j = process.env.ALIDADE_TEST_NEO4J_URI
  ? {
      uri: process.env.ALIDADE_TEST_NEO4J_URI,
      ...(process.env.ALIDADE_TEST_NEO4J_USERNAME === undefined
        ? {}
        : { username: process.env.ALIDADE_TEST_NEO4J_USERNAME }),
      ...(process.env.ALIDADE_TEST_NEO4J_PASSWORD === undefined
        ? {}
        : { password: process.env.ALIDADE_TEST_NEO4J_PASSWORD }),
    }
  : undefined
