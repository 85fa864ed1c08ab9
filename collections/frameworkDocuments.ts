import type { CollectionConfig } from 'payload'

import { refuseSupersedesCircleBeforeChange } from '../hooks/frameworkDocuments/refuseSupersedesCircleBeforeChange.ts'
import { calendarDate, publicationDateFields, stampFields } from './fields/dates.ts'
import { documentFields } from './fields/document.ts'
import {
  changeNotesField,
  internalFields,
  replacedDocumentsField,
  slugField,
} from './fields/shared.ts'
import { publication } from './publication.ts'
import type { ContentSettings } from './settings.ts'

const kinds = {
  learningAndImprovementFramework: 'Learning and improvement framework',
  localGuidance: 'Local guidance for undertaking reviews',
  statutoryGuidance: 'Statutory guidance',
  nationalRepository: 'National repository',
  other: 'Other',
}

/** What frames the work: frameworks, guidance, and the entry on the national repository. */
export const frameworkDocuments = (settings: ContentSettings): CollectionConfig =>
  publication('frameworkDocuments', settings, {
    labels: { singular: 'Framework document', plural: 'Framework documents' },
    graphQL: { singularName: 'FrameworkDocument', pluralName: 'FrameworkDocuments' },
    admin: {
      defaultColumns: ['title', 'kind', 'edition', 'reviewDueOn', 'publicationState'],
      description:
        'The learning and improvement framework, guidance, and links to what frames the work.',
      useAsTitle: 'title',
    },
    hooks: { beforeChange: [refuseSupersedesCircleBeforeChange] },
    fields: [
      ...documentFields(settings, kinds, 'document'),
      {
        name: 'edition',
        label: 'Edition',
        type: 'text',
        admin: { description: 'For example “2018” or “Version 3”.' },
      },
      calendarDate(settings.timeZone, {
        name: 'reviewDueOn',
        label: 'Review due on',
        description: 'When the document is to be looked at again.',
      }),
      {
        name: 'supersedes',
        label: 'Supersedes',
        type: 'relationship',
        relationTo: settings.slugs.frameworkDocuments,
        admin: { description: 'The earlier document that this one takes the place of.' },
      },
      ...publicationDateFields(settings.timeZone),
      changeNotesField(settings.timeZone),
      replacedDocumentsField(settings),
      ...internalFields(),
      slugField('title'),
      ...stampFields(settings.timeZone),
    ],
  })
