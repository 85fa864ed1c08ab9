import type { CollectionConfig, Field } from 'payload'

import { actEndpoints } from '../hooks/approvals/actEndpoints.ts'
import { askBeforeChange } from '../hooks/approvals/askBeforeChange.ts'
import { keepApprovalBeforeOperation } from '../hooks/approvals/keepApprovalBeforeOperation.ts'
import { tellApproversAfterChange } from '../hooks/approvals/tellApproversAfterChange.ts'
import { hasRight } from '../hooks/operations/people.ts'
import { approvalStates } from '../hooks/rules/approvals.ts'
import { publicationKeys } from '../hooks/settings.ts'
import { staffOnly, systemOnly } from './access/access.ts'
import { recorded, shownMoment } from './fields/recorded.ts'
import { type ContentSettings, overridden } from './settings.ts'

/** Drafts that were submitted for a second person to approve, with what was said and decided. */
export const approvals = (settings: ContentSettings): CollectionConfig => {
  const { slugs } = settings
  return overridden('approvals', settings, {
    labels: { singular: 'Approval', plural: 'Approvals' },
    graphQL: { singularName: 'Approval', pluralName: 'Approvals' },
    access: {
      create: ({ req }) => hasRight(req, 'edit'),
      delete: () => false,
      read: staffOnly,
      update: () => false,
    },
    admin: {
      defaultColumns: ['title', 'state', 'askedAt', 'decidedAt'],
      description:
        'What was submitted for a second person to approve. An approval is for exactly what was submitted: a later edit needs another one.',
      useAsTitle: 'title',
    },
    defaultSort: '-askedAt',
    disableBulkEdit: true,
    disableDuplicate: true,
    lockDocuments: false,
    endpoints: actEndpoints(settings),
    hooks: {
      beforeOperation: [keepApprovalBeforeOperation],
      beforeChange: [askBeforeChange(settings)],
      afterChange: [tellApproversAfterChange(settings)],
    },
    fields: [
      {
        name: 'document',
        label: 'What is submitted',
        type: 'relationship',
        relationTo: publicationKeys.map((key) => slugs[key]),
        required: true,
        admin: { description: 'A draft that is complete enough to be published.' },
      },
      {
        name: 'message',
        label: 'Message',
        type: 'textarea',
        admin: { description: 'What the second person should know or look at. Kept internally.' },
      },
      {
        name: 'comments',
        label: 'Comments',
        labels: { singular: 'Comment', plural: 'Comments' },
        type: 'array',
        interfaceName: 'ApprovalComment',
        access: systemOnly,
        admin: {
          condition: (data) => Boolean(data.comments?.length),
          description: 'What was said about it, oldest first. Kept internally.',
          readOnly: true,
        },
        fields: [
          {
            name: 'text',
            label: 'Comment',
            type: 'textarea',
            admin: { description: 'What was said, or why it was refused.' },
          },
          {
            name: 'by',
            label: 'By',
            type: 'text',
            admin: { description: 'The account, for example “users:3”.' },
          },
          {
            name: 'at',
            label: 'At',
            type: 'date',
            admin: { date: shownMoment, description: 'The moment at which it was said.' },
          },
        ],
      },
      {
        name: 'state',
        label: 'State',
        type: 'select',
        index: true,
        options: Object.entries(approvalStates).map(([value, label]) => ({ value, label })),
        access: systemOnly,
        admin: { description: 'How far it has come.', position: 'sidebar', readOnly: true },
      },
      recorded('title', 'text', 'Title', 'How it was called when it was submitted.'),
      {
        ...recorded('publication', 'text', 'Publication', 'For example “reviews:12”.'),
        index: true,
      } as Field,
      recorded(
        'contentHash',
        'text',
        'Hash of the content',
        'SHA-256 of exactly what was submitted, as readers would get it.',
      ),
      recorded('askedBy', 'text', 'Submitted by', 'The account of the person who submitted it.'),
      recorded('askedAt', 'date', 'Submitted at', 'When it was submitted.'),
      recorded('decidedBy', 'text', 'Decided by', 'The account of the second person.'),
      recorded('decidedAt', 'date', 'Decided at', 'When it was approved or refused.'),
    ],
  })
}
