import type { ApolloClient, DocumentNode, OperationVariables, TypedDocumentNode } from '@apollo/client'

/**
 * Asks as soon as a route is known, while its code still loads; the page that asks the same finds the answer, or the
 * question under way. A failure is not told here: the page asks again, and shows it.
 */
export function prefetch<Data, Variables extends OperationVariables>(
  apollo: ApolloClient,
  query: TypedDocumentNode<Data, Variables>,
  variables: NoInfer<Variables>,
): void {
  // As plain documents: whether variables must be given can't be known here, and the parameters say that they are.
  const plain: { query: DocumentNode; variables: OperationVariables } = { query, variables }
  apollo.query({ ...plain, errorPolicy: 'all' }).catch(() => {})
}
