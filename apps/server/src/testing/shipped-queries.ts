import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
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

export const shippedDocument = parse(
  [
    ...files.map((file) => readFileSync(join(root, file), 'utf8')),
    ...documented.flatMap(({ text }) => (text.startsWith('query') ? [text] : [])),
  ].join('\n'),
)

export const shippedOperations: readonly OperationDefinitionNode[] = shippedDocument.definitions.filter(
  (it) => it.kind === Kind.OPERATION_DEFINITION,
)

const fragments = shippedDocument.definitions.filter((it) => it.kind === Kind.FRAGMENT_DEFINITION)

/** The most that the web client asks for of one list ("show all"). */
export const longestShipped = 500

const deepestShipped = 3

/** The operation with the fragments that it uses, as a client sends it. */
export function textOf(operation: OperationDefinitionNode): string {
  const used = new Map<string, string>()
  const use = (text: string): void => {
    for (const [, name = ''] of text.matchAll(/\.\.\.\s*(\w+)/g)) {
      const fragment = fragments.find((it) => it.name.value === name)
      if (!fragment || used.has(name)) continue
      used.set(name, print(fragment))
      use(print(fragment))
    }
  }
  use(print(operation))
  return [print(operation), ...used.values()].join('\n')
}

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
