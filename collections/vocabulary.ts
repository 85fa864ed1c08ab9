import type { CollectionConfig } from 'payload'

import { giveVocabularySlugBeforeChange } from '../hooks/vocabulary/giveVocabularySlugBeforeChange.ts'
import {
  keepReferredToBeforeChange,
  keepReferredToBeforeDelete,
} from '../hooks/references/keepReferredTo.ts'
import { vocabularyAccess } from './access/access.ts'
import { relationToMany, slugField } from './fields/shared.ts'
import { type ContentSettings, overridden } from './settings.ts'

const facets = {
  harm: 'Harm',
  child: 'Child',
  family: 'Family',
  practice: 'Practice',
  sector: 'Sector',
}

/** What themes and agencies share: no drafts, public at once, and kept while something published uses them. */
const vocabulary = (settings: ContentSettings) => ({
  access: vocabularyAccess,
  defaultSort: 'name',
  disableDuplicate: true,
  trash: true,
  hooks: {
    beforeChange: [giveVocabularySlugBeforeChange, keepReferredToBeforeChange(settings)],
    beforeDelete: [keepReferredToBeforeDelete(settings)],
  },
})

/** What the learning is about; reviews and leaflets are retrieved by theme. */
export const themes = (settings: ContentSettings): CollectionConfig =>
  overridden('themes', settings, {
    ...vocabulary(settings),
    labels: { singular: 'Theme', plural: 'Themes' },
    graphQL: { singularName: 'Theme', pluralName: 'Themes' },
    admin: {
      defaultColumns: ['name', 'facet', 'synonyms'],
      description:
        'The vocabulary by which readers find reviews and leaflets. Public as soon as saved.',
      listSearchableFields: ['name', 'description'],
      useAsTitle: 'name',
    },
    fields: [
      {
        name: 'name',
        label: 'Name',
        type: 'text',
        required: true,
        unique: true,
        admin: { description: 'For example “neglect” or “professional curiosity”.' },
      },
      {
        name: 'facet',
        label: 'Facet',
        type: 'select',
        required: true,
        index: true,
        options: Object.entries(facets).map(([value, label]) => ({ value, label })),
        admin: { description: 'Under which heading of the vocabulary it stands.' },
      },
      {
        name: 'description',
        label: 'Description',
        type: 'textarea',
        admin: { description: 'What falls under the theme, and what does not.' },
      },
      {
        name: 'synonyms',
        label: 'Synonyms',
        type: 'text',
        hasMany: true,
        admin: { description: 'Other words under which people look for it.' },
      },
      relationToMany('seeAlso', 'See also', settings.slugs.themes, 'Neighbouring themes.'),
      slugField('name'),
    ],
  })

/** An agency that works with children or families: data, so that a partnership adds its own. */
export const agencies = (settings: ContentSettings): CollectionConfig =>
  overridden('agencies', settings, {
    ...vocabulary(settings),
    labels: { singular: 'Agency', plural: 'Agencies' },
    graphQL: { singularName: 'Agency', pluralName: 'Agencies' },
    admin: {
      description:
        'The agencies whose work is reviewed and of whom recommendations require something.',
      useAsTitle: 'name',
    },
    fields: [
      {
        name: 'name',
        label: 'Name',
        type: 'text',
        required: true,
        unique: true,
        admin: { description: 'For example “Police” or “Integrated care board”.' },
      },
      slugField('name'),
    ],
  })
