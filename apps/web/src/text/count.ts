/** `1,204`. */
export function number(value: number): string {
  return value.toLocaleString('en')
}

/** `1 service`, `12 services`, `1,204 services`. */
export function count(value: number, one: string, many: string = `${one}s`): string {
  return `${number(value)} ${value === 1 ? one : many}`
}
