import type { MapEdge, MapGraph, MapNode } from './map-graph.ts'

/** A map in short: nodes as `name@column`, edges as `from>to` or `from>to:weight`. */
export function graphOf(
  nodes: readonly string[],
  edges: readonly string[],
  rest: MapGraph['rest'] = [],
): MapGraph {
  return { nodes: nodes.map(node), edges: edges.map(edge), rest }
}

function node(text: string): MapNode {
  const [id = '', column = '0'] = text.split('@')
  return {
    id,
    column: Number(column),
    shape: column === '0' ? 'focus' : 'entity',
    kind: 'SERVICE',
    name: id,
    about: '',
    entity: null,
    owners: [],
    callers: 0,
    callees: 0,
    hiddenIn: 0,
    hiddenOut: 0,
    groupSize: 0,
  }
}

function edge(text: string): MapEdge {
  const [ends = '', weight = '1'] = text.split(':')
  const [from = '', to = ''] = ends.split('>')
  return { from, to, confidence: 'DECLARED', weight: Number(weight), evidenceCount: 1 }
}
