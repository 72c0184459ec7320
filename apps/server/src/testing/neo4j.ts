// The tests of all packages share the servers that those of the store start, and how their data is told from others'.
// biome-ignore lint/style/noRestrictedImports: see above
export { askDirectly } from '../../../../graph/src/conformance/ask-directly.ts'
// biome-ignore lint/style/noRestrictedImports: see above
export { emptyForTests } from '../../../../graph/src/conformance/empty-for-tests.ts'
// biome-ignore lint/style/noRestrictedImports: see above
export { neo4jServer, stopNeo4jServers } from '../../../../graph/src/conformance/neo4j-servers.ts'
