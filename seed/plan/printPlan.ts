import { formatPartialDate } from '../../hooks/rules/partialDates.ts'
import { planItems, sayNotice, type SeedItem } from './items.ts'
import type { LeaveReason, Plan } from './types.ts'

const reasons: Record<LeaveReason, string> = {
  unchanged: 'unchanged',
  edited: 'changed here since it was seeded, so it is left alone',
  notSeeded: 'was not made by the seed, so it is left alone',
}

const kinds: Record<SeedItem['kind'], string> = {
  review: 'review',
  leaflet: 'leaflet',
  'framework-document': 'framework document',
  page: 'page text',
  theme: 'theme',
}

function sayItem({ kind, name, type, date, themes, reason }: SeedItem): string {
  const facts = [
    kind === 'page' ? undefined : type,
    date && formatPartialDate(date),
    themes?.length ? `themes: ${themes.join(', ')}` : undefined,
    reason && reasons[reason],
  ]
  return `  ${kinds[kind].padEnd(20)}${[name, ...facts.filter(Boolean)].join(' · ')}`
}

const sections: [SeedItem['action'], string][] = [
  ['create', 'To create'],
  ['change', 'To change'],
  ['leave', 'To leave'],
]

const count = (number: number, thing: string): string =>
  `${number} ${thing}${number === 1 ? '' : 's'}`

/** A plan as lines for people. */
export function printPlan(plan: Plan): string[] {
  const items = planItems(plan)
  const byAction = sections.flatMap(([action, title]) => {
    const lines = items.filter((item) => item.action === action).map(sayItem)
    return lines.length ? [title, ...lines, ''] : []
  })
  const warnings = items.flatMap(({ name, warnings }) =>
    warnings.map((warning) => `  ${name}: ${warning}`),
  )
  const errors = plan.errors.map((error) => `  ${sayNotice(error)}`)
  const { themes, agencies } = plan.vocabulary
  const additions = [themes && count(themes, 'theme'), agencies && `${agencies} agencies`]
  const total = (action: string) => items.filter((item) => item.action === action).length
  return [
    `Plan for ${plan.source}`,
    '',
    ...byAction,
    ...(themes || agencies
      ? [`Vocabulary: ${additions.filter(Boolean).join(' and ')} of the package to create.`, '']
      : []),
    ...(warnings.length ? ['Warnings', ...warnings, ''] : []),
    ...(errors.length ? ['Could not be read', ...errors, ''] : []),
    `${total('create')} to create, ${total('change')} to change, ${total('leave')} to leave.`,
  ]
}
