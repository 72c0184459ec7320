/** By first owner, by system, by domain. */
export const groupings = ['team', 'system', 'domain'] as const
export type GroupBy = (typeof groupings)[number]
