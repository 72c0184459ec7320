import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type DocumentNode,
  type GraphQLInputType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  typeFromAST,
} from 'graphql'
import { schema } from '../schema/schema.ts'

/** Every query that the web client asks and that the documentation shows. */

const root = join(import.meta.dirname, '../../../..')
const files = globSync('apps/web/src/**/*.graphql', { cwd: root }).sort()

/** What stands in the documentation's blocks of GraphQL, with the page that it stands in. */
export const documented: readonly { readonly page: string; readonly text: string }[] = globSync(
  ['README.md', 'docs/**/*.md'],
  { cwd: root },
)
  .sort()
  .flatMap((page) => blocks(readFileSync(join(root, page), 'utf8')).map((text) => ({ page, text })))

function blocks(markdown: string): string[] {
  return [...markdown.matchAll(/^```graphql\n(.+?)^```/gms)].map(([, text = '']) => text)
}

/** A query as a client sends it. */
export interface ShippedQuery {
  readonly name: string
  /** The operation with the fragments that it uses. */
  readonly text: string
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
}

/** Each operation of a document that has all fragments it uses. */
function queriesOf(document: DocumentNode): readonly ShippedQuery[] {
  const fragments = document.definitions.filter((it) => it.kind === Kind.FRAGMENT_DEFINITION)
  const withFragments = (text: string, known: readonly string[] = []): string => {
    const used = [...text.matchAll(/\.\.\.\s*(\w+)/g)].map(([, name]) => name)
    const more = fragments
      .filter(({ name }) => used.includes(name.value))
      .map(print)
      .filter((fragment) => !known.includes(fragment))
    return more.length === 0 ? text : withFragments([text, ...more].join('\n'), [...known, ...more])
  }
  return document.definitions
    .filter((it) => it.kind === Kind.OPERATION_DEFINITION && it.operation === 'query')
    .map((operation) => {
      const text = withFragments(print(operation))
      const name = ('name' in operation && operation.name?.value) || text.slice(0, 40)
      return { name, text, document: parse(text), operation: operation as OperationDefinitionNode }
    })
}

export const shippedQueries: readonly ShippedQuery[] = [
  ...queriesOf(parse(files.map((file) => readFileSync(join(root, file), 'utf8')).join('\n'))),
  ...documented.flatMap(({ text }) => queriesOf(parse(text))),
]

/** The most that the web client asks for of one list ("show all"). */
export const longestShipped = 500

const deepestShipped = 3

/** A value for each variable that has to be given: the longest lists, and of refs this one. */
export function variablesOf(operation: OperationDefinitionNode, ref: string): Record<string, unknown> {
  const given = (operation.variableDefinitions ?? []).flatMap(({ variable, type }) => {
    const wanted = typeFromAST(schema, type as never) as GraphQLInputType | undefined
    if (!wanted || !isNonNullType(wanted)) return []
    // A number is the length of a list, but for this one.
    const name = variable.name.value
    return [[name, name === 'depth' ? deepestShipped : someValue(wanted, ref)]]
  })
  return Object.fromEntries(given)
}

function someValue(type: GraphQLInputType, ref: string): unknown {
  const wanted = getNullableType(type)
  if (isListType(wanted)) return [someValue(wanted.ofType, ref)]
  if (isEnumType(wanted)) return wanted.getValues()[0]?.name
  if (isInputObjectType(wanted)) {
    const fields = Object.values(wanted.getFields())
    const needed = wanted.isOneOf ? fields.slice(0, 1) : fields.filter((field) => isNonNullType(field.type))
    return Object.fromEntries(needed.map((field) => [field.name, someValue(field.type, ref)]))
  }
  if (wanted.name === 'Int') return longestShipped
  if (wanted.name === 'Boolean') return true
  return wanted.name === 'Ref' ? ref : 'checkout'
}
