import type { Counts, ImportReport, SourceReport } from '@alidade/server'
import { atMost, counted, duration } from './words.ts'

const mostProblems = 50
const mostChanges = 40
const mostNames = 20
const allOfThem = '--json lists all'

/** The report of an import, for a person. */
export function importText(report: ImportReport, where: string): string {
  return [
    ...headOf(report, where),
    ...changesOf(report),
    ...sampleOf(report),
    ...problemsOf(report),
    '',
  ].join('\n')
}

function headOf(
  { dryRun, revision, milliseconds, sources, entities, relations }: ImportReport,
  where: string,
) {
  const changed = [entities, relations].some(({ added, changed, removed }) => added + changed + removed > 0)
  const head = dryRun
    ? `This would change in ${where}, and nothing was written:`
    : `${where} is at revision ${revision}, after ${duration(milliseconds)}.`
  return [
    head,
    ...sources.map((source) => `  ${source.id}: ${sourceText(source)}`),
    ...(sources.length === 0 ? ['  Nothing was found that can be read.'] : []),
    ...(changed
      ? [`  Entities: ${countsText(entities)}.`, `  Relations: ${countsText(relations)}.`]
      : ['  No fact changes.']),
  ]
}

function sourceText({ changed, gone, stale }: SourceReport): string {
  const parts = [
    ...(changed > 0 ? [`${counted(changed, 'file')} new or changed`] : []),
    ...(gone > 0 ? [`${counted(gone, 'file')} gone`] : []),
    ...(stale > 0 ? [`${counted(stale, 'file')} can't be read, and what they said stays`] : []),
  ]
  return parts.length > 0 ? parts.join(', ') : 'unchanged'
}

function countsText({ added, changed, removed }: Counts): string {
  return `${added.toLocaleString('en')} new, ${changed.toLocaleString('en')} changed, ${removed.toLocaleString('en')} gone`
}

function changesOf({ delta, unresolved }: ImportReport): readonly string[] {
  const names = unresolved.map((ref) => `  ${ref}`)
  const newlyUnresolved =
    names.length === 0
      ? []
      : [
          '',
          `${counted(names.length, 'name is', 'names are')} named and described nowhere:`,
          ...atMost(names, mostNames, allOfThem),
        ]
  if (!delta) return newlyUnresolved
  const lines = [
    ...delta.entities.map(({ before, after }) => `  ${sign(before, after)} ${(after ?? before)?.ref}`),
    ...delta.relations.map(({ before, after }) => {
      const { from, type, to } = after ?? before ?? {}
      return `  ${sign(before, after)} ${from} ${type} ${to}`
    }),
  ]
  return [...atMost(lines, mostChanges, allOfThem), ...newlyUnresolved]
}

function sign(before: unknown, after: unknown): string {
  if (before === undefined) return '+'
  return after === undefined ? '-' : '~'
}

function sampleOf({ sampleRemoved, dryRun }: ImportReport): readonly string[] {
  if (sampleRemoved.length === 0) return []
  const what = dryRun ? 'would leave' : 'has left'
  return ['', `The sample organisation ${what} for it: ${sampleRemoved.join(', ')}.`]
}

function problemsOf({ problems }: ImportReport): readonly string[] {
  if (problems.length === 0) return []
  const lines = problems.map(
    ({ severity, file, line, code, message }) => `  ${severity} ${file}:${line} ${message} [${code}]`,
  )
  return ['', `${counted(problems.length, 'problem')}:`, ...atMost(lines, mostProblems, allOfThem)]
}
