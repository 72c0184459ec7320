import type { Context } from '../../context.ts'
import { type PageArguments, pageOf } from '../../schema/page.ts'
import type { ProblemPageModel } from './problem.ts'

export async function problems(
  _: unknown,
  page: PageArguments,
  { view }: Context,
): Promise<ProblemPageModel> {
  const { problems } = await view.readings()
  const { items, ...rest } = pageOf('problems', page, problems)
  return { ...rest, nodes: items.map(({ item }) => item) }
}
