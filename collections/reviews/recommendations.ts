import type { Field } from 'payload'

import { calendarDate } from '../fields/dates.ts'
import { relationToMany, richText } from '../fields/shared.ts'
import type { ContentSettings } from '../settings.ts'

const progress = [
  { value: 'notStarted', label: 'Not started' },
  { value: 'inProgress', label: 'In progress' },
  { value: 'complete', label: 'Complete' },
]

/** What is required of whom and by when, and what became of it. */
export const recommendationFields = ({ slugs, timeZone }: ContentSettings): Field[] => [
  {
    name: 'recommendations',
    label: 'Recommendations',
    labels: { singular: 'Recommendation', plural: 'Recommendations' },
    type: 'array',
    interfaceName: 'ReviewRecommendation',
    admin: {
      description: 'Recommendations say what is required of which agency, and by when.',
    },
    fields: [
      {
        name: 'recommendation',
        label: 'What is required',
        type: 'textarea',
        admin: { description: 'The recommendation in the words of the report.' },
      },
      relationToMany('agencies', 'Of whom', slugs.agencies, 'The agencies that must act.'),
      calendarDate(timeZone, {
        name: 'dueBy',
        label: 'By when',
        description: 'The day by which it is to be done.',
      }),
      {
        name: 'status',
        label: 'Status',
        type: 'select',
        options: progress,
        admin: { description: 'How far the agencies have come.' },
      },
      {
        name: 'response',
        label: 'Response',
        type: 'textarea',
        admin: { description: 'What the agencies answered or did.' },
      },
    ],
  },
  {
    name: 'actionPlan',
    label: 'Action plan',
    type: 'group',
    interfaceName: 'ReviewActionPlan',
    admin: { description: 'The plan by which the learning is embedded.' },
    fields: [
      {
        name: 'status',
        label: 'Status',
        type: 'select',
        options: progress,
        admin: { description: 'How far the plan has come.' },
      },
      {
        name: 'monitoredBy',
        label: 'Monitored by',
        type: 'text',
        admin: { description: 'Who sees to it that the plan is carried out.' },
      },
      richText('text', 'Plan', 'The plan itself, or where it stands.'),
      calendarDate(timeZone, {
        name: 'updatedOn',
        label: 'Updated on',
        description: 'The day to which this account of the plan is true.',
      }),
    ],
  },
]
