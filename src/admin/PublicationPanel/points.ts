import type { CollectionSlug, Field, PayloadRequest } from 'payload'

import { say as sentence } from '../../../hooks/errors.ts'
import { calendarDateOf } from '../../../hooks/rules/calendarDates.ts'
import { formatPartialDate } from '../../../hooks/rules/partialDates.ts'
import { nameOf, type Publication } from '../../../hooks/rules/publication.ts'
import { publicationContent } from '../../../hooks/rules/publicationContent.ts'
import { publicationDateViolations } from '../../../hooks/rules/publicationDates.ts'
import { protectionMonths } from '../../../hooks/rules/reviewTypes.ts'
import {
  isProtected,
  protectionBreach,
} from '../../../hooks/rules/twelve-month-protection/protectionBreach.ts'
import type { PublicationKey, PublishingSettings } from '../../../hooks/settings.ts'
import { labelIn } from '../labels.ts'
import type { Point } from './panel.ts'
import type { Say } from './words.ts'

/** What stands in the way of publishing a draft: the very rules that would refuse it. */
export function obstaclesOf(
  req: PayloadRequest,
  settings: PublishingSettings,
  key: PublicationKey,
  row: Publication | undefined,
  draft: Publication,
  ofFiles: Omit<Point, 'tab'>[],
): Point[] {
  const { promised, violations } = publicationContent[key]
  const now = { now: new Date(), timeZone: settings.timeZone }
  const { fields } = req.payload.collections[settings.slugs[key]]!.config
  const point = (path: string, message: string): Point => ({
    path,
    message,
    tab: tabOf(fields, path),
  })
  const found = [
    ...[...violations(draft, settings), ...publicationDateViolations(draft, now)].map(
      ({ code, path, values }) => point(path, sentence(req, code, values)),
    ),
    ...ofFiles.map(({ message, path }) => point(path, message)),
  ]
  const breach = isProtected(row, now)
    ? protectionBreach(row, { ...draft, _status: 'published' }, promised)
    : undefined
  if (!breach) return found
  const message = sentence(req, 'PUBLICATION_PROTECTED', {
    name: nameOf(row!),
    until: formatPartialDate(calendarDateOf(row!.protectedUntil, settings.timeZone)!),
    months: protectionMonths(key, row!, settings),
    reason: sentence(req, breach.reason, breach.values),
  })
  return [...found, point(String(breach.values?.field ?? 'changeNotes'), message)]
}

/** What the rules noted when the latest version was saved, each with the label of its field. */
export function warningsOf(
  req: PayloadRequest,
  say: Say,
  collection: CollectionSlug,
  latest: Publication | undefined,
): Point[] {
  const { fields, flattenedFields } = req.payload.collections[collection]!.config
  const label = labelIn(req)
  return ((latest?.warnings ?? []) as { path: string; message: string }[]).map(
    ({ message, path }) => {
      const field = flattenedFields.find(({ name }) => name === path)
      const named = label(field && 'label' in field ? field.label : undefined, path)
      return { path, message: say('warning', { field: named, message }), tab: tabOf(fields, path) }
    },
  )
}

/** The label of the tab under which a field stands, where the form has tabs. */
function tabOf(fields: Field[], path: string): string | undefined {
  const [name] = path.split('.')
  for (const field of fields)
    if (field.type === 'tabs')
      for (const tab of field.tabs)
        if (holds(tab.fields, name!)) return typeof tab.label === 'string' ? tab.label : undefined
  return undefined
}

const holds = (fields: Field[], name: string): boolean =>
  fields.some(
    (field) =>
      ('name' in field && field.name === name) ||
      ((field.type === 'row' || field.type === 'collapsible') && holds(field.fields, name)),
  )
