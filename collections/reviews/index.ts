import type { CollectionConfig } from 'payload'

import { guidedStartPath } from '../../hooks/rules/guidedStart.ts'
import {
  changeNotesField,
  internalFields,
  replacedDocumentsField,
  slugField,
} from '../fields/shared.ts'
import { publicationDateFields, stampFields } from '../fields/dates.ts'
import { publication } from '../publication.ts'
import type { ContentSettings } from '../settings.ts'
import { aboutFields } from './about.ts'
import { learningFields } from './learning.ts'
import { recommendationFields } from './recommendations.ts'
import { reportFields } from './report.ts'

/** One case review, known by a pseudonym or a subject: its report, or the decision why there is none. */
export const reviews = (settings: ContentSettings): CollectionConfig =>
  publication('reviews', settings, {
    labels: { singular: 'Review', plural: 'Reviews' },
    graphQL: { singularName: 'Review', pluralName: 'Reviews' },
    admin: {
      defaultColumns: ['name', 'reviewType', 'publishedOn', 'protectedUntil', 'publicationState'],
      description:
        'Case reviews: what happened is reviewed, and what was learned is published here for at least a year.',
      listSearchableFields: ['name', 'reviewer'],
      useAsTitle: 'name',
      components: {
        beforeListTable: ['payload-safeguarding-reviews/rsc#GuidedStartInList'],
        // A view of the collection, which Payload shows in its own frame and to those only who are logged in.
        views: {
          guidedStart: {
            Component: 'payload-safeguarding-reviews/rsc#GuidedStart',
            exact: true,
            path: guidedStartPath,
          },
        },
      },
    },
    forceSelect: { reviewType: true },
    fields: [
      {
        type: 'tabs',
        tabs: [
          { label: 'About the review', fields: aboutFields(settings) },
          { label: 'Learning', fields: learningFields(settings) },
          { label: 'Recommendations and action plan', fields: recommendationFields(settings) },
          { label: 'Report and documents', fields: reportFields(settings) },
          {
            label: 'Publication',
            fields: [
              ...publicationDateFields(settings.timeZone),
              changeNotesField(settings.timeZone),
              replacedDocumentsField(settings),
              ...internalFields(),
            ],
          },
        ],
      },
      slugField('name'),
      ...stampFields(settings.timeZone),
    ],
  })
