/** Asks for many in batches that the other side takes, one after the other, and gives the answers in one list. */
export async function inBatches<Item, Answer>(
  items: readonly Item[],
  size: number,
  ask: (batch: readonly Item[]) => Promise<readonly Answer[]>,
): Promise<Answer[]> {
  const answers: Answer[] = []
  for (let start = 0; start < items.length; start += size) {
    for (const answer of await ask(items.slice(start, start + size))) answers.push(answer)
  }
  return answers
}
