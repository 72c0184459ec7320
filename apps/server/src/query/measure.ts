import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  isAbstractType,
  isCompositeType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'

/** How much an operation may lead to. */
export interface Measure {
  /** Fields inside each other. */
  readonly depth: number
  /** Field values, by what each field says of its own cost (Pothos keeps it as the extension `complexity`). */
  readonly cost: number
}

type Cost = number | { readonly field?: number; readonly multiplier?: number }
type CostOption = Cost | ((args: Record<string, unknown>, context: object, field: unknown) => Cost)

const nothing: Measure = { depth: 0, cost: 0 }

/**
 * What a valid operation may lead to at most. Of fragments on several types an answer has only those of one, so where the
 * type is open the greatest counts: a page that asks for each kind what that kind has does not pay for all of them.
 * @param variables as coerced
 */
export function measure(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): Measure {
  const fragments = new Map(
    document.definitions
      .filter((it): it is FragmentDefinitionNode => it.kind === Kind.FRAGMENT_DEFINITION)
      .map((it) => [it.name.value, it]),
  )
  const known = new Map<SelectionSetNode, Map<string, Measure>>()

  function ofType(set: SelectionSetNode, type: GraphQLCompositeType): Measure {
    if (!isAbstractType(type)) return ofObject(set, type)
    return schema
      .getPossibleTypes(type)
      .map((possible) => ofObject(set, possible))
      .reduce(
        ({ depth, cost }, it) => ({
          depth: Math.max(depth, it.depth),
          cost: Math.max(cost, it.cost),
        }),
        nothing,
      )
  }

  function ofObject(set: SelectionSetNode, type: GraphQLObjectType): Measure {
    const before = known.get(set)?.get(type.name)
    if (before) return before
    const found = set.selections
      .map((selection) => ofSelection(selection, type))
      .reduce(({ depth, cost }, it) => ({ depth: Math.max(depth, it.depth), cost: cost + it.cost }), nothing)
    const ofSet = known.get(set) ?? new Map<string, Measure>()
    known.set(set, ofSet.set(type.name, found))
    return found
  }

  function ofSelection(selection: SelectionNode, type: GraphQLObjectType): Measure {
    if (selection.kind === Kind.FIELD) return ofField(selection, type.getFields()[selection.name.value])
    const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : selection
    if (!fragment) return nothing
    const on = fragment.typeCondition && schema.getType(fragment.typeCondition.name.value)
    const applies = !on || on === type || (isAbstractType(on) && schema.isSubType(on, type))
    return applies ? ofObject(fragment.selectionSet, type) : nothing
  }

  /** @param field undefined for what every type has (`__typename`) or the introspection of the schema, which is bounded */
  function ofField(node: FieldNode, field: GraphQLField<unknown, unknown> | undefined): Measure {
    if (!field) return { depth: 1, cost: 1 }
    const option = field.extensions.complexity as CostOption
    const own =
      typeof option === 'function' ? option(getArgumentValues(field, node, variables), {}, field) : option
    const { field: each = 1, multiplier = 1 } = typeof own === 'number' ? { field: own } : own
    const type = getNamedType(field.type)
    const inside = node.selectionSet && isCompositeType(type) ? ofType(node.selectionSet, type) : nothing
    return { depth: inside.depth + 1, cost: each + inside.cost * multiplier }
  }

  const root = schema.getRootType(operation.operation)
  return root ? ofType(operation.selectionSet, root) : nothing
}
