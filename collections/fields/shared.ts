import type { CollectionSlug, Field, RelationshipField, RichTextField, TextField } from 'payload'

import { isWebAddress } from '../../hooks/rules/webAddresses.ts'
import { fieldForStaffOnly, systemOnly } from '../access/access.ts'
import type { ContentSettings } from '../settings.ts'
import { calendarDate } from './dates.ts'

/** The last part of the address of a document. */
export const slugField = (madeFrom: string): TextField => ({
  name: 'slug',
  label: 'Address',
  type: 'text',
  unique: true,
  index: true,
  admin: {
    position: 'sidebar',
    description: `The last part of the web address. Made from the ${madeFrom}; it stays the same once published.`,
  },
  hooks: { beforeDuplicate: [() => null] },
})

/** Formatted text, with the editor that the host configured. */
export const richText = (name: string, label: string, description: string): RichTextField => ({
  name,
  label,
  type: 'richText',
  admin: { description },
})

/** A relation to several documents of one collection. */
export const relationToMany = (
  name: string,
  label: string,
  relationTo: CollectionSlug,
  description: string,
): RelationshipField => ({
  name,
  label,
  type: 'relationship',
  relationTo,
  hasMany: true,
  admin: { description },
})

/** An address on the web, checked to be one. */
export const webAddress = (name: string, label: string, description: string): TextField => ({
  name,
  label,
  type: 'text',
  admin: { description },
  validate: (value: string | null | undefined) =>
    !value || isWebAddress(value) || 'Write the whole address, beginning with https://.',
})

/** Public notes on what was corrected after publication. */
export const changeNotesField = (timeZone: string): Field => ({
  name: 'changeNotes',
  label: 'Public change notes',
  labels: { singular: 'Change note', plural: 'Change notes' },
  type: 'array',
  interfaceName: 'ChangeNote',
  admin: {
    description:
      'What readers are told about a correction. Needed when a published document is replaced while it is protected.',
  },
  fields: [
    calendarDate(timeZone, {
      name: 'date',
      label: 'Date',
      description: 'The day of the change.',
    }),
    {
      name: 'note',
      label: 'Note',
      type: 'textarea',
      admin: { description: 'For example: “Corrected the number of recommendations on page 4.”' },
    },
  ],
})

/** The documents that a corrected one took the place of; while the period runs, readers still find them. */
export const replacedDocumentsField = ({ slugs }: ContentSettings): Field => ({
  name: 'replacedDocuments',
  label: 'Replaced documents',
  labels: { singular: 'Replaced document', plural: 'Replaced documents' },
  type: 'array',
  interfaceName: 'ReplacedDocument',
  access: systemOnly,
  admin: {
    condition: (data) => Boolean(data.replacedDocuments?.length),
    description:
      'What a corrected document took the place of. It stays at its own address until the protection ends.',
    readOnly: true,
  },
  fields: [
    {
      name: 'file',
      label: 'File',
      type: 'upload',
      relationTo: slugs.files,
      admin: { description: 'The file as it was published.' },
    },
    {
      name: 'link',
      label: 'Link',
      type: 'text',
      admin: { description: 'The address that was given.' },
    },
    {
      name: 'replacedAt',
      label: 'Replaced at',
      type: 'date',
      admin: { description: 'The moment of the replacement.' },
    },
    {
      name: 'note',
      label: 'Note',
      type: 'textarea',
      admin: { description: 'The change note with which it was replaced.' },
    },
  ],
})

/** What only editors and the system see: warnings, what is referred to, where it was seeded from. */
export const internalFields = (): Field[] => [
  {
    name: 'warnings',
    label: 'Worth a look',
    type: 'array',
    interfaceName: 'PublicationWarning',
    access: { read: fieldForStaffOnly, ...systemOnly },
    admin: {
      condition: (data) => Boolean(data.warnings?.length),
      description: 'Nothing here forbids publication; please check each point.',
      initCollapsed: false,
      readOnly: true,
    },
    fields: [
      {
        name: 'message',
        label: 'What to check',
        type: 'text',
        admin: { description: 'What an editor should look at.' },
      },
      {
        name: 'path',
        label: 'Field',
        type: 'text',
        admin: { description: 'The field that it is about.', hidden: true },
      },
      {
        name: 'code',
        label: 'Code',
        type: 'text',
        admin: { description: 'Stable code of the warning.', hidden: true },
      },
    ],
  },
  referencesField(),
  seededFromField(),
]

/** What a document refers to, noted so that one query finds who uses a file or a theme. */
export const referencesField = (): Field => ({
  name: 'refersTo',
  // A column of the row itself: readers, whom nobody tells of it, do not pay for a table of its own.
  type: 'json',
  typescriptSchema: [
    () => ({
      type: 'object',
      properties: { documents: { type: 'array', items: { type: 'string' } } },
      required: ['documents'],
      additionalProperties: false,
    }),
  ],
  access: { read: fieldForStaffOnly, ...systemOnly },
  admin: { description: 'Documents that this one refers to, as “collection:id”.', hidden: true },
})

/** Where the seed found a document, so that a second run changes only what nobody has edited since; or what made it. */
export const seededFromField = (): Field => ({
  name: 'seededFrom',
  type: 'group',
  interfaceName: 'SeededFrom',
  access: { read: fieldForStaffOnly },
  admin: { description: 'What this document was made from.', hidden: true },
  fields: [
    {
      name: 'key',
      type: 'text',
      index: true,
      admin: {
        description: 'What the seed, or the guided start, recognises the document by.',
        hidden: true,
      },
    },
    {
      name: 'fingerprint',
      type: 'text',
      admin: { description: 'Hash of the values as they were seeded.', hidden: true },
    },
  ],
})
