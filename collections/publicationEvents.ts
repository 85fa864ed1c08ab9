import type { CollectionConfig, Field } from 'payload'

import { refuseWritingBeforeOperation } from '../hooks/events/refuseWritingBeforeOperation.ts'
import { eventKinds } from '../hooks/rules/events.ts'
import { staffOnly } from './access/access.ts'
import { type ContentSettings, overridden } from './settings.ts'

const text = (name: string, label: string, description: string): Field => ({
  name,
  label,
  type: 'text',
  admin: { description, readOnly: true },
})

/** The log of what happened to publications: each event is chained to the one before, and none is changed. */
export const publicationEvents = (settings: ContentSettings): CollectionConfig =>
  overridden('publicationEvents', settings, {
    labels: { singular: 'Event', plural: 'Event log' },
    graphQL: false,
    access: {
      create: () => false,
      delete: () => false,
      read: staffOnly,
      update: () => false,
    },
    admin: {
      defaultColumns: ['sequence', 'at', 'kind', 'publication', 'actor'],
      description:
        'What happened to each publication. Nobody can change or delete an entry; each one seals those before it.',
      useAsTitle: 'publication',
    },
    defaultSort: '-sequence',
    disableBulkEdit: true,
    disableDuplicate: true,
    lockDocuments: false,
    timestamps: false,
    hooks: { beforeOperation: [refuseWritingBeforeOperation('EVENT_LOG_ONLY_GROWS')] },
    fields: [
      {
        name: 'sequence',
        label: 'Number',
        type: 'number',
        unique: true,
        index: true,
        admin: { description: 'Its place in the log, from 1 without a gap.', readOnly: true },
      },
      {
        name: 'at',
        label: 'When',
        type: 'date',
        required: true,
        admin: {
          date: { pickerAppearance: 'dayAndTime', displayFormat: 'd MMMM yyyy, HH:mm:ss' },
          description: 'The moment by the database’s clock.',
          readOnly: true,
        },
      },
      {
        name: 'kind',
        label: 'What happened',
        type: 'select',
        required: true,
        index: true,
        options: Object.entries(eventKinds).map(([value, label]) => ({ value, label })),
        admin: { description: 'What happened.', readOnly: true },
      },
      {
        ...text(
          'publication',
          'Publication',
          'The collection and the id, for example “reviews:12”.',
        ),
        index: true,
      } as Field,
      text(
        'actor',
        'By',
        'The account that did it, for example “users:3”; its name and address stand with the account only.',
      ),
      {
        name: 'body',
        label: 'Record',
        type: 'textarea',
        required: true,
        admin: {
          description:
            'What the event says, in canonical JSON (RFC 8785): hashes of what the public could read afterwards, and of each file.',
          readOnly: true,
        },
      },
      text('previousHash', 'Hash of the event before', 'SHA-256; 64 zeros for the first event.'),
      text(
        'hash',
        'Hash',
        'SHA-256 of the link: number, time, publication, hash of the record, hash of the event before.',
      ),
      {
        name: 'transaction',
        type: 'text',
        index: true,
        admin: { description: 'The transaction that wrote it.', hidden: true },
      },
    ],
  })
