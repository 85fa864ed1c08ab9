import type { CollectionConfig } from 'payload'

import { refuseWritingBeforeOperation } from '../hooks/events/refuseWritingBeforeOperation.ts'
import { type ContentSettings, overridden } from './settings.ts'

const nobody = () => false

/**
 * Names that must not become public with a publication, enciphered. No interface answers this collection: the
 * lists are read and written at an address of each publication, by whoever has the right.
 */
export const privateNames = (settings: ContentSettings): CollectionConfig =>
  overridden('privateNames', settings, {
    labels: { singular: 'Private names', plural: 'Private names' },
    graphQL: false,
    access: { create: nobody, delete: nobody, read: nobody, update: nobody },
    admin: { hidden: true },
    disableBulkEdit: true,
    disableDuplicate: true,
    lockDocuments: false,
    timestamps: false,
    hooks: { beforeOperation: [refuseWritingBeforeOperation('PRIVATE_NAMES_NOT_YOURS')] },
    fields: [
      {
        name: 'publication',
        label: 'Publication',
        type: 'text',
        unique: true,
        required: true,
        admin: { description: 'For example “reviews:12”.' },
      },
      {
        name: 'sealed',
        label: 'Sealed list',
        type: 'text',
        required: true,
        hidden: true,
        admin: { description: 'The list, enciphered.' },
      },
    ],
  })
