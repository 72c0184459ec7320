/** Something that is at hand, or will be. */
export type Eventual<Value> = Value | Promise<Value>

/** Goes on with a value: at once where it is at hand, since a promise for each row costs more than the row. */
export function whenKnown<Value, Result>(
  value: Eventual<Value>,
  use: (value: Value) => Result,
): Eventual<Result> {
  return value instanceof Promise ? value.then(use) : use(value)
}
