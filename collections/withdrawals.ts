import type { CollectionConfig } from 'payload'

import { actEndpoints } from '../hooks/withdrawals/actEndpoints.ts'
import { askBeforeChange } from '../hooks/withdrawals/askBeforeChange.ts'
import { keepWithdrawalBeforeOperation } from '../hooks/withdrawals/keepWithdrawalBeforeOperation.ts'
import { recordAskingAfterChange } from '../hooks/withdrawals/recordAskingAfterChange.ts'
import { isStaff } from '../hooks/operations/people.ts'
import { withdrawalGrounds, withdrawalStates } from '../hooks/rules/withdrawals.ts'
import { publicationKeys } from '../hooks/settings.ts'
import { fieldForStaffOnly, systemOnly } from './access/access.ts'
import { recorded } from './fields/recorded.ts'
import { relationToMany, richText } from './fields/shared.ts'
import { type ContentSettings, overridden } from './settings.ts'

const options = (labels: Record<string, string>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))

/**
 * Taking something protected from the public: asked for by one person, approved by another. While it lasts,
 * readers find its notice in place of the document.
 */
export const withdrawals = (settings: ContentSettings): CollectionConfig => {
  const { slugs, withdrawal } = settings
  const publications = publicationKeys.map((key) => slugs[key])
  const mayWithdraw = ({ req }: { req: Parameters<typeof isStaff>[0] }) =>
    withdrawal.mayWithdraw(req)
  return overridden('withdrawals', settings, {
    labels: { singular: 'Withdrawal', plural: 'Withdrawals' },
    graphQL: { singularName: 'WithdrawalNotice', pluralName: 'WithdrawalNotices' },
    access: {
      create: mayWithdraw,
      delete: () => false,
      read: ({ req }) => isStaff(req) || { state: { equals: 'executed' } },
      update: mayWithdraw,
    },
    admin: {
      defaultColumns: ['slug', 'state', 'ground', 'askedAt', 'approvalDueAt'],
      description:
        'For a court order or a child who could be identified: one person asks, another approves, and a notice takes the document’s place.',
      useAsTitle: 'slug',
    },
    defaultSort: '-withdrawnAt',
    disableBulkEdit: true,
    disableDuplicate: true,
    endpoints: actEndpoints(settings),
    hooks: {
      beforeOperation: [keepWithdrawalBeforeOperation],
      beforeChange: [askBeforeChange(settings)],
      afterChange: [recordAskingAfterChange(settings)],
    },
    fields: [
      {
        name: 'withdrawalActs',
        label: 'What can be done',
        type: 'ui',
        admin: {
          components: { Field: 'payload-safeguarding-reviews/rsc#WithdrawalActs' },
          disableBulkEdit: true,
          disableListColumn: true,
        },
      },
      {
        name: 'document',
        label: 'What is to be withdrawn',
        type: 'relationship',
        relationTo: publications,
        required: true,
        access: { read: fieldForStaffOnly, update: () => false },
        admin: { description: 'Something that is public and still protected.' },
      },
      {
        name: 'ground',
        label: 'Ground',
        type: 'select',
        required: true,
        options: options(withdrawalGrounds),
        access: { read: fieldForStaffOnly, update: () => false },
        admin: { description: 'Why it has to come down before its time. Kept internally.' },
      },
      {
        name: 'reason',
        label: 'Reason',
        type: 'textarea',
        required: true,
        access: { read: fieldForStaffOnly, update: () => false },
        admin: {
          description:
            'Who demands it and why, for the second person and the record. Kept internally.',
        },
      },
      {
        name: 'notice',
        label: 'Public notice',
        type: 'textarea',
        required: true,
        admin: {
          description:
            'What readers find in the document’s place. Say that it was withdrawn and what to do; name nobody.',
        },
      },
      relationToMany(
        'leaflets',
        'Leaflets that remain',
        slugs.leaflets,
        'Where readers still find the learning.',
      ),
      richText(
        'improvements',
        'Improvements to be made',
        'What can still be said of a review: the improvements that the partnership requires.',
      ),
      {
        name: 'isEmergency',
        label: 'Withdraw at once',
        type: 'checkbox',
        defaultValue: false,
        access: { read: fieldForStaffOnly, update: () => false },
        admin: {
          description:
            'Only with the right for emergencies. A second person is asked to approve it afterwards.',
        },
      },
      {
        name: 'state',
        label: 'State',
        type: 'select',
        index: true,
        options: options(withdrawalStates),
        access: { read: fieldForStaffOnly, ...systemOnly },
        admin: { description: 'How far it has come.', position: 'sidebar', readOnly: true },
      },
      {
        name: 'publishedIn',
        label: 'Collection',
        type: 'text',
        access: systemOnly,
        admin: {
          description: 'The collection of what was withdrawn, for example “reviews”.',
          hidden: true,
        },
      },
      {
        name: 'slug',
        label: 'Address',
        type: 'text',
        index: true,
        access: systemOnly,
        admin: {
          description: 'The last part of the address at which the notice stands.',
          position: 'sidebar',
          readOnly: true,
        },
      },
      {
        name: 'withdrawnAt',
        label: 'Withdrawn at',
        type: 'date',
        access: systemOnly,
        admin: {
          condition: (data) => Boolean(data.withdrawnAt),
          date: { pickerAppearance: 'dayAndTime', displayFormat: 'd MMMM yyyy, HH:mm' },
          description: 'The moment since which the notice stands there.',
          position: 'sidebar',
          readOnly: true,
        },
      },
      {
        name: 'publication',
        type: 'text',
        index: true,
        access: { read: fieldForStaffOnly, ...systemOnly },
        admin: { description: 'The publication, for example “reviews:12”.', hidden: true },
      },
      recorded('askedBy', 'text', 'Asked for by', 'The account of the person who asked.'),
      recorded('askedAt', 'date', 'Asked for at', 'When it was asked for.'),
      recorded('approvalDueAt', 'date', 'Approval due', 'Until when a second person must approve.'),
      recorded('approvedBy', 'text', 'Approved by', 'The account of the second person.'),
      recorded('approvedAt', 'date', 'Approved at', 'When it was approved.'),
      recorded('reinstatedBy', 'text', 'Reinstated by', 'The account of who reversed it.'),
      recorded('reinstatedAt', 'date', 'Reinstated at', 'When it was reversed.'),
    ],
  })
}
