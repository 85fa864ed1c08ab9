import type { Field, GlobalConfig } from 'payload'

import { beginPageChange, sharePageFiles } from '../hooks/caseReviewsPage/sharePageFiles.ts'
import { publishedGlobalAccess } from './access/access.ts'
import { referencesField, richText, seededFromField } from './fields/shared.ts'
import { type ContentSettings, overriddenGlobal } from './settings.ts'

/** The sections of the page, in the order in which most partnerships have them. */
const sections = {
  introduction: 'Introduction',
  notifiableIncidents: 'What triggers a review',
  rapidReview: 'Rapid review',
  publicationPromise: 'Publication of reports',
  localGuidance: 'Local guidance',
  caseReviews: 'Case reviews',
  nationalRepository: 'National repository',
  learningAndImprovementFramework: 'Learning and improvement framework',
}

const sectionDescriptions: Record<keyof typeof sections, string> = {
  introduction: 'Why reviews are done and what they are.',
  notifiableIncidents: 'Notifiable incidents: what must be notified, and by whom.',
  rapidReview: 'What a rapid review decides.',
  publicationPromise: 'What is published, what a report holds, and for how long it stays.',
  localGuidance: 'Local guidance for undertaking reviews; the documents follow the text.',
  caseReviews: 'What stands before the list of reviews.',
  nationalRepository: 'About the national repository of published case reviews.',
  learningAndImprovementFramework: 'About the framework; the document follows the text.',
}

const sectionField = ([name, label]: [string, string]): Field => ({
  name,
  label,
  type: 'group',
  interfaceName: 'PageSection',
  admin: { description: sectionDescriptions[name as keyof typeof sections] },
  fields: [
    {
      name: 'heading',
      label: 'Heading',
      type: 'text',
      admin: { description: 'The heading of the section; without one its text follows on.' },
    },
    richText('text', 'Text', 'The text of the section.'),
  ],
})

/** Everything on the partnership's page that is no list. */
export const caseReviewsPage = (settings: ContentSettings): GlobalConfig =>
  overriddenGlobal('caseReviewsPage', settings, {
    label: 'Case reviews page',
    graphQL: { name: 'CaseReviewsPage' },
    access: publishedGlobalAccess(settings),
    admin: {
      description: 'The text around the lists of reviews, leaflets and framework documents.',
    },
    versions: { drafts: { autosave: { interval: 2000 }, schedulePublish: true }, max: 0 },
    hooks: { beforeChange: [beginPageChange(settings)], afterChange: [sharePageFiles(settings)] },
    fields: [
      {
        name: 'heading',
        label: 'Heading of the page',
        type: 'text',
        admin: { description: 'The main heading, for example “Case reviews and learning”.' },
      },
      ...Object.entries(sections).map(sectionField),
      {
        name: 'sectionOrder',
        label: 'Order of the sections',
        type: 'select',
        hasMany: true,
        defaultValue: Object.keys(sections),
        options: Object.entries(sections).map(([value, label]) => ({ value, label })),
        admin: {
          description: 'Drag to change the order. A section that is left out is not shown.',
          isSortable: true,
        },
      },
      referencesField(),
      seededFromField(),
    ],
  })
