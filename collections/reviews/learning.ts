import type { Field } from 'payload'

import { richText } from '../fields/shared.ts'
import type { ContentSettings } from '../settings.ts'

/** What was learned, and the leaflets that pass it on. */
export const learningFields = ({ slugs }: ContentSettings): Field[] => [
  richText(
    'learning',
    'Learning',
    'The key points that practitioners should take from the review.',
  ),
  richText(
    'underlyingReasons',
    'Underlying reasons',
    'Why people and organisations acted as they did. Guidance asks for this analysis in the report.',
  ),
  {
    name: 'leaflets',
    label: 'Leaflets',
    type: 'join',
    collection: slugs.leaflets,
    on: 'reviews',
    defaultLimit: 0,
    maxDepth: 2,
    admin: {
      defaultColumns: ['title', 'kind', 'publishedOn', '_status'],
      description:
        'Leaflets that draw from this review, newest first. Choose the review in the leaflet.',
    },
  },
]
