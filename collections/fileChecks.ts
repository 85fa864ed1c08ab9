import type { CollectionConfig } from 'payload'

import { refuseWritingBeforeOperation } from '../hooks/events/refuseWritingBeforeOperation.ts'
import { checkEndpoints } from '../hooks/files/checkEndpoints.ts'
import { fileCheckStates } from '../hooks/rules/fileChecks.ts'
import { staffOnly, systemOnly } from './access/access.ts'
import { type ContentSettings, overridden } from './settings.ts'

/** What was found in each file before it could become public, and why warnings were let pass. */
export const fileChecks = (settings: ContentSettings): CollectionConfig =>
  overridden('fileChecks', settings, {
    labels: { singular: 'File check', plural: 'File checks' },
    graphQL: false,
    access: { create: () => false, delete: () => false, read: staffOnly, update: () => false },
    admin: {
      defaultColumns: ['file', 'state', 'pages', 'updatedAt'],
      description:
        'Each file is looked over when it is uploaded: for redactions that can be lifted, hidden text, scripts, personal details and what keeps people from reading it.',
      useAsTitle: 'id',
    },
    defaultSort: '-createdAt',
    disableBulkEdit: true,
    disableDuplicate: true,
    endpoints: checkEndpoints(settings),
    lockDocuments: false,
    hooks: { beforeOperation: [refuseWritingBeforeOperation('FILE_CHECK_KEPT')] },
    fields: [
      {
        name: 'file',
        label: 'File',
        type: 'relationship',
        relationTo: settings.slugs.files,
        index: true,
        admin: { description: 'The file that is checked.', readOnly: true },
      },
      {
        name: 'publication',
        label: 'For',
        type: 'text',
        admin: {
          description:
            'The publication whose private names were looked for, for example “reviews:12”.',
          readOnly: true,
        },
      },
      {
        name: 'names',
        label: 'List of private names',
        type: 'text',
        defaultValue: '',
        admin: {
          description: 'Tells two lists apart, without telling what is on them.',
          hidden: true,
          readOnly: true,
        },
      },
      {
        name: 'state',
        label: 'State',
        type: 'select',
        index: true,
        options: Object.entries(fileCheckStates).map(([value, label]) => ({ value, label })),
        admin: { description: 'How far the check has come.', readOnly: true },
      },
      {
        name: 'pages',
        label: 'Pages',
        type: 'number',
        admin: { description: 'How many pages the file has.', readOnly: true },
      },
      {
        name: 'pagesDone',
        label: 'Pages checked',
        type: 'number',
        admin: { description: 'How many of them have been checked.', readOnly: true },
      },
      {
        name: 'language',
        label: 'Language',
        type: 'text',
        admin: {
          description: 'As the file itself says, for example “en-GB”.',
          readOnly: true,
        },
      },
      {
        name: 'findings',
        label: 'What was found',
        type: 'json',
        admin: {
          description:
            'Errors stop the file from becoming public; of a warning somebody says why it may pass. The panel beside the document says it in words.',
          readOnly: true,
        },
      },
      {
        name: 'errors',
        label: 'Errors',
        type: 'number',
        index: true,
        admin: { description: 'How many errors were found.', readOnly: true },
      },
      {
        name: 'accepted',
        label: 'What was let pass',
        type: 'json',
        admin: {
          description: 'Which kinds of warning somebody let pass, who, when and why.',
          readOnly: true,
        },
      },
      {
        name: 'text',
        label: 'Text',
        type: 'textarea',
        // For the search, once the file is public; it may hold what nobody should read before.
        access: { read: () => false, ...systemOnly },
        admin: { description: 'What a reader can read in the file.', hidden: true },
      },
    ],
  })
