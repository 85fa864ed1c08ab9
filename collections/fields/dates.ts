import type { DateField, Field } from 'payload'

import { keepCalendarDate } from '../../hooks/fields/keepCalendarDate.ts'
import { fieldForStaffOnly, systemOnly } from '../access/access.ts'

type NamedDate = Pick<DateField, 'admin' | 'label' | 'name'> & { description: string }

/** A day without a time: stored at noon UTC, answered by GraphQL as `YYYY-MM-DD`. */
export const calendarDate = (
  timeZone: string,
  { admin, description, ...field }: NamedDate,
): DateField => ({
  ...field,
  type: 'date',
  admin: {
    ...admin,
    date: { pickerAppearance: 'dayOnly', displayFormat: 'd MMMM yyyy', ...admin?.date },
    description,
  },
  custom: { calendarDate: true },
  hooks: { beforeValidate: [keepCalendarDate(timeZone)] },
})

/** An instant that the system stamps. */
const stampedInstant = (field: Omit<NamedDate, 'admin'>): DateField => ({
  name: field.name,
  label: field.label,
  type: 'date',
  access: systemOnly,
  admin: {
    condition: (data) => Boolean(data[field.name]),
    date: { pickerAppearance: 'dayAndTime', displayFormat: 'd MMMM yyyy, HH:mm' },
    description: field.description,
    position: 'sidebar',
    readOnly: true,
  },
  hooks: { beforeDuplicate: [() => null] },
})

/** When it was published, how exactly that is known, and where it was before: entered or stamped. */
export const publicationDateFields = (timeZone: string): Field[] => [
  {
    type: 'row',
    fields: [
      {
        ...calendarDate(timeZone, {
          name: 'publishedOn',
          label: 'Published on',
          description:
            'Leave empty to publish today. If only a month or a year is known, choose any day in it and set the precision; it is kept as the last day of that period. Fixed by the first publication.',
          admin: {
            components: { Cell: 'payload-safeguarding-reviews/rsc#PublishedOnCell' },
            width: '50%',
          },
        }),
        index: true,
      },
      {
        name: 'publishedOnPrecision',
        label: 'How exactly is the date known?',
        type: 'select',
        defaultValue: 'day',
        options: [
          { value: 'day', label: 'To the day' },
          { value: 'month', label: 'To the month' },
          { value: 'year', label: 'To the year' },
        ],
        admin: {
          description:
            'Readers see no more of the date than is known: 20 March 2023, March 2023 or 2023.',
          width: '50%',
        },
      },
    ],
  },
  {
    name: 'previouslyPublishedAt',
    label: 'Previously published at',
    type: 'text',
    admin: {
      description:
        'Only for what was public before it came here: the address where it stood, or a note. It is what allows a publication date in the past.',
    },
  },
]

/** What the system stamps on a publication. */
export const stampFields = (timeZone: string): Field[] => [
  stampedInstant({
    name: 'firstPublishedAt',
    label: 'First published at',
    description:
      'The moment of the first publication here. Stamped by the system and never changed.',
  }),
  {
    ...calendarDate(timeZone, {
      name: 'protectedUntil',
      label: 'Protected until',
      description:
        'Last day on which this may not be taken from the public, through its end. Worked out from the publication date.',
      admin: {
        condition: (data) => Boolean(data.protectedUntil),
        position: 'sidebar',
        readOnly: true,
      },
    }),
    access: systemOnly,
    index: true,
  },
  {
    ...stampedInstant({
      name: 'withdrawnAt',
      label: 'Withdrawn at',
      description:
        'Since when it is withdrawn: taken from the public by a recorded act of two people.',
    }),
    access: { read: fieldForStaffOnly, ...systemOnly },
    index: true,
  },
  stampedInstant({
    name: 'lastPublicChangeAt',
    label: 'Last public change at',
    description: 'The last moment at which something that readers see was changed.',
  }),
]
