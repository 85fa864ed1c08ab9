import type { Condition, Field } from 'payload'

import type { reportAvailabilities } from '../../hooks/rules/reportAvailability.ts'
import { calendarDate } from '../fields/dates.ts'
import { richText, webAddress } from '../fields/shared.ts'
import type { ContentSettings } from '../settings.ts'

const labels: Record<(typeof reportAvailabilities)[number], string> = {
  published: 'Published: file or link below',
  onRequest: 'On request',
  nationalRepository: 'In the national repository',
  delayed: 'Delayed',
  notPublished: 'Not published',
  notStated: 'Not stated',
}

const when =
  (...availabilities: string[]): Condition =>
  ({ reportAvailability }) =>
    availabilities.includes(reportAvailability)

/** The report, or what stands in its place. */
export const reportFields = ({ slugs, timeZone }: ContentSettings): Field[] => [
  {
    name: 'reportAvailability',
    label: 'Is the report available?',
    type: 'select',
    required: true,
    index: true,
    options: Object.entries(labels).map(([value, label]) => ({ value, label })),
    admin: {
      description:
        'A report is published unless that is inappropriate. While protected, it cannot become less available.',
    },
  },
  {
    name: 'reportFile',
    label: 'Report',
    type: 'upload',
    relationTo: slugs.files,
    admin: {
      description: 'The report as a file, usually a PDF. It becomes public with the review.',
    },
  },
  webAddress(
    'reportLink',
    'Link to the report',
    'Where the report is, if it is not a file here: another body’s site or the national repository.',
  ),
  {
    name: 'reportReason',
    label: 'Why is the report not available here?',
    type: 'textarea',
    admin: {
      condition: when('delayed', 'notPublished', 'onRequest'),
      description: 'For example “Criminal proceedings are not concluded.” Readers see this.',
    },
  },
  {
    ...calendarDate(timeZone, {
      name: 'reportExpectedOn',
      label: 'Expected on',
      description: 'When a delayed report is expected, if that is known.',
    }),
    admin: {
      condition: when('delayed'),
      date: { pickerAppearance: 'dayOnly', displayFormat: 'd MMMM yyyy' },
      description: 'When a delayed report is expected, if that is known.',
    },
  },
  richText(
    'improvements',
    'Improvements to be made',
    'What is published in place of a report: the improvements that the partnership requires.',
  ),
  {
    name: 'repositoryRecord',
    label: 'Record in the national repository',
    type: 'group',
    interfaceName: 'RepositoryRecord',
    admin: { description: 'The entry in the national repository of published case reviews.' },
    fields: [
      webAddress('url', 'Address', 'Address of the record.'),
      {
        name: 'accessionNumber',
        label: 'Accession number',
        type: 'text',
        admin: { description: 'The number under which the repository keeps it.' },
      },
      {
        name: 'keywords',
        label: 'Keywords',
        type: 'text',
        hasMany: true,
        admin: { description: 'The keywords of the record.' },
      },
    ],
  },
]
