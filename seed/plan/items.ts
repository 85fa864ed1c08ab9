import type { DatePrecision } from '../../hooks/rules/calendarDates.ts'
import { nameOf } from '../normalise/index.ts'
import type { Notice } from '../parse/blocks.ts'
import type { LeaveReason, Plan, PlannedDocument } from './types.ts'

/** One line of the plan, as `--json` prints it. */
export interface SeedItem {
  kind: 'framework-document' | 'leaflet' | 'page' | 'review' | 'theme'
  action: 'change' | 'create' | 'leave'
  /** Why it is left, when it is. */
  reason?: LeaveReason
  name: string
  /** The review type, the kind of a leaflet or framework document, the facet of a theme. */
  type?: string
  /** ISO 8601, cut to what is known: `2023-03-20`, `2020-01`, `2019`. */
  date?: string
  precision?: DatePrecision
  themes?: string[]
  /** The line of the page where it begins. */
  line?: number
  warnings: string[]
  /** Why it could not be applied. */
  failure?: string
}

/** A notice as people read it. */
export const sayNotice = ({ line, message }: Notice): string => `line ${line}: ${message}`

/** One planned document as an item of the list. */
function documentItem({ document, action, reason, warnings }: PlannedDocument): SeedItem {
  const { kind, date, precision, line } = document
  return {
    kind,
    action,
    ...(reason && { reason }),
    name: nameOf(document),
    ...(document.kind === 'review' && { type: document.values.reviewType }),
    ...('kind' in document.values && { type: document.values.kind }),
    ...(date && { date, precision }),
    ...('themes' in document && { themes: document.themes }),
    line,
    warnings: warnings.map(sayNotice),
  }
}

/** Every document and theme of a plan as one list, with what could not be applied. */
export const planItems = (
  { documents, themes }: Plan,
  failures: ReadonlyMap<string, string> = new Map(),
): SeedItem[] => [
  ...documents.map((planned) => {
    const failure = failures.get(planned.document.key)
    return { ...documentItem(planned), ...(failure && { failure }) }
  }),
  ...themes.map(({ name, facet, action }): SeedItem => ({
    kind: 'theme',
    action,
    ...(action === 'leave' && { reason: 'unchanged' }),
    name,
    type: facet,
    warnings: [],
  })),
]
