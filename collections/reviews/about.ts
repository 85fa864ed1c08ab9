import type { Field } from 'payload'

import { relationToMany, richText, webAddress } from '../fields/shared.ts'
import type { ContentSettings } from '../settings.ts'

/** What the review is: its name, its type, whom it concerns and who publishes it. */
export const aboutFields = ({ publisher, reviewTypes, slugs }: ContentSettings): Field[] => [
  {
    name: 'name',
    label: 'Name',
    type: 'text',
    required: true,
    index: true,
    admin: {
      description:
        'The pseudonym or subject, for example “Alan”, “Bella and Ben” or “Babies with Injuries”. Never a real name.',
    },
  },
  {
    name: 'reviewType',
    label: 'Type of review',
    type: 'select',
    required: true,
    index: true,
    options: reviewTypes.map(({ label, value }) => ({ label, value })),
    admin: {
      description:
        'Under which scheme the review was made. The type decides what is needed to publish.',
    },
  },
  {
    name: 'reviewTypeLabel',
    type: 'text',
    // A host names its types; without this a frontend would have to know the names besides.
    virtual: true,
    admin: { description: 'The type of review in words, as readers should see it.', hidden: true },
    hooks: {
      afterRead: [
        ({ siblingData }) =>
          reviewTypes.find(({ value }) => value === siblingData.reviewType)?.label ?? null,
      ],
    },
  },
  richText(
    'summary',
    'Summary',
    'What the review is about, in a few sentences that identify nobody.',
  ),
  {
    name: 'ageBand',
    label: 'Age band',
    type: 'select',
    options: [
      { value: 'under1', label: 'Under 1' },
      { value: 'age1to5', label: '1 to 5' },
      { value: 'age6to10', label: '6 to 10' },
      { value: 'age11to15', label: '11 to 15' },
      { value: 'age16to17', label: '16 to 17' },
      { value: 'age18plus', label: '18 and over' },
      { value: 'several', label: 'Several ages' },
    ],
    admin: { description: 'A band, not an age: an exact age helps to identify a child.' },
  },
  relationToMany(
    'agencies',
    'Agencies involved',
    slugs.agencies,
    'The agencies whose work was reviewed.',
  ),
  relationToMany(
    'themes',
    'Themes',
    slugs.themes,
    'What the learning is about. Readers find reviews by theme.',
  ),
  relationToMany(
    'related',
    'Related reviews',
    slugs.reviews,
    'Other reviews that readers of this one should know.',
  ),
  {
    name: 'reviewer',
    label: 'Reviewer',
    type: 'text',
    admin: { description: 'Who carried out the review. Guidance asks for the name in the report.' },
  },
  {
    name: 'publishedBy',
    label: 'Published by',
    type: 'group',
    interfaceName: 'ReviewPublisher',
    admin: {
      description:
        'Another body, when a child had moved and another area’s board published the report.',
    },
    fields: [
      {
        name: 'body',
        label: 'Publisher',
        type: 'select',
        defaultValue: 'thisPartnership',
        options: [
          { value: 'thisPartnership', label: publisher.name },
          { value: 'anotherBody', label: 'Another body' },
        ],
        admin: { description: 'Whether this partnership or another body published the report.' },
      },
      {
        name: 'name',
        label: 'Name of the other body',
        type: 'text',
        admin: {
          condition: (_, siblings) => siblings?.body === 'anotherBody',
          description: 'For example “Oxfordshire Safeguarding Children Board”.',
        },
      },
      {
        ...webAddress('url', 'Address of the other body', 'Its website, if known.'),
        admin: {
          condition: (_, siblings) => siblings?.body === 'anotherBody',
          description: 'Its website, if known.',
        },
      },
    ],
  },
]
