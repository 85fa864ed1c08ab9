import { type DatabaseReport, type Finding, type Part, parts } from '../database/report.ts'

const told = ({ sentence, subject }: Finding, sign: string): string =>
  `  ${sign} ${subject} ${sentence.replace(/\.$/, '')}.`

/** The report for people: each part with its number, and beneath it what does not hold. */
export function printReport({ counts, findings, holds, more, notices }: DatabaseReport): string[] {
  const lines = Object.entries(parts).flatMap(([key, label]) => {
    const of = (list: Finding[]) => list.filter(({ part }) => part === key)
    const faults = of(findings)
    const number = counts[key as Part]
    return [
      `${faults.length ? '✗' : '✓'} ${label}${number === undefined ? '' : `: ${number}`}`,
      ...faults.map((finding) => told(finding, '✗')),
      ...of(notices).map((finding) => told(finding, '?')),
    ]
  })
  return [
    ...lines,
    ...(more ? [`… and ${more} more that do not hold.`] : []),
    holds ? 'Everything holds.' : 'Not everything holds.',
  ]
}
