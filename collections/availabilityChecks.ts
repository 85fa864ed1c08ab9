import type { CollectionConfig } from 'payload'

import { refuseWritingBeforeOperation } from '../hooks/events/refuseWritingBeforeOperation.ts'
import { staffOnly } from './access/access.ts'
import { type ContentSettings, overridden } from './settings.ts'

/** What a reader at the public address got of each protected publication, day by day. */
export const availabilityChecks = (settings: ContentSettings): CollectionConfig =>
  overridden('availabilityChecks', settings, {
    labels: { singular: 'Availability check', plural: 'Availability checks' },
    graphQL: false,
    access: { create: () => false, delete: () => false, read: staffOnly, update: () => false },
    admin: {
      defaultColumns: ['publication', 'checkedAt', 'isAvailable', 'faults'],
      description:
        'Each day everything protected is fetched from the public address, as a reader would, and compared with what was published.',
      useAsTitle: 'publication',
    },
    defaultSort: '-checkedAt',
    disableBulkEdit: true,
    disableDuplicate: true,
    lockDocuments: false,
    timestamps: false,
    hooks: { beforeOperation: [refuseWritingBeforeOperation('EVENT_LOG_ONLY_GROWS')] },
    fields: [
      {
        name: 'publication',
        label: 'Publication',
        type: 'text',
        index: true,
        required: true,
        admin: { description: 'For example “reviews:12”.', readOnly: true },
      },
      {
        name: 'checkedAt',
        label: 'When',
        type: 'date',
        index: true,
        required: true,
        admin: {
          date: { pickerAppearance: 'dayAndTime', displayFormat: 'd MMMM yyyy, HH:mm' },
          description: 'When it was fetched.',
          readOnly: true,
        },
      },
      {
        name: 'isAvailable',
        label: 'Available',
        type: 'checkbox',
        index: true,
        admin: { description: 'Everything came as it was published.', readOnly: true },
      },
      {
        name: 'faults',
        label: 'What was wrong',
        type: 'text',
        hasMany: true,
        admin: { description: 'What did not come, or came otherwise.', readOnly: true },
      },
    ],
  })
