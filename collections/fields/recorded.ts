import type { Field } from 'payload'

import { fieldForStaffOnly, systemOnly } from '../access/access.ts'

/** How the admin shows a moment. */
export const shownMoment = {
  pickerAppearance: 'dayAndTime',
  displayFormat: 'd MMMM yyyy, HH:mm',
} as const

/** What the system writes down of an act; only those who work in the admin see it. */
export const recorded = (
  name: string,
  type: 'date' | 'text',
  label: string,
  description: string,
): Field =>
  ({
    name,
    label,
    type,
    access: { read: fieldForStaffOnly, ...systemOnly },
    admin: {
      condition: (data: Record<string, unknown>) => Boolean(data[name]),
      description,
      position: 'sidebar',
      readOnly: true,
      ...(type === 'date' && { date: shownMoment }),
    },
  }) as Field
