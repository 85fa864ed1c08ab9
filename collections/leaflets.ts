import type { CollectionConfig } from 'payload'

import { publicationDateFields, stampFields } from './fields/dates.ts'
import { documentFields } from './fields/document.ts'
import {
  changeNotesField,
  internalFields,
  replacedDocumentsField,
  relationToMany,
  slugField,
} from './fields/shared.ts'
import { publication } from './publication.ts'
import type { ContentSettings } from './settings.ts'

const kinds = {
  learningLeaflet: 'Learning leaflet',
  sevenMinuteBriefing: '7-minute briefing',
  practiceBrief: 'Practice brief',
  other: 'Other',
}

/** A short learning document drawn from one or several reviews; it may appear before a report or without one. */
export const leaflets = (settings: ContentSettings): CollectionConfig =>
  publication('leaflets', settings, {
    labels: { singular: 'Leaflet', plural: 'Leaflets' },
    graphQL: { singularName: 'Leaflet', pluralName: 'Leaflets' },
    admin: {
      defaultColumns: ['title', 'kind', 'publishedOn', 'protectedUntil', 'publicationState'],
      description: 'Learning leaflets, 7-minute briefings and practice briefs drawn from reviews.',
      useAsTitle: 'title',
    },
    fields: [
      ...documentFields(settings, kinds, 'leaflet'),
      relationToMany(
        'reviews',
        'Reviews',
        settings.slugs.reviews,
        'The reviews from which the leaflet draws. It is listed with each of them.',
      ),
      relationToMany('themes', 'Themes', settings.slugs.themes, 'What the learning is about.'),
      ...publicationDateFields(settings.timeZone),
      changeNotesField(settings.timeZone),
      replacedDocumentsField(settings),
      ...internalFields(),
      slugField('title'),
      ...stampFields(settings.timeZone),
    ],
  })
