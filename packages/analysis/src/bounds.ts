import { InvalidInput } from '@alidade/model'

/** @throws InvalidInput `page-too-large` */
export function checkFirst(first: number, least: number, most: number): void {
  if (Number.isInteger(first) && first >= least && first <= most) return
  throw new InvalidInput('page-too-large', `first is ${first}: ask for ${least} to ${most} at once`)
}
