import { dayOfInstant } from '../../../hooks/rules/calendarDates.ts'
import { reportAvailabilityViolations } from '../../../hooks/rules/reportAvailability.ts'
import {
  type Answers,
  availabilityOf,
  type Choice,
  type Guide,
  hasFile,
  typeOf,
} from './answers.ts'

const steps = ['review', 'report', 'file', 'leaflet', 'summary'] as const

export type Step = (typeof steps)[number]

/** The steps that follow from what was chosen: who publishes no file is not asked for one. */
export const stepsOf = (answers: Answers): Step[] =>
  steps.filter((step) => step !== 'file' || hasFile(answers))

export type Field = keyof Answers

/** What is asked in a step, in this order; what the answers so far make needless is left out. */
export function questionsOf(step: Step, answers: Answers, guide: Guide): Field[] {
  if (step === 'review') return reviewQuestions(answers, guide)
  if (step === 'report') return reportQuestions(answers, guide)
  if (step === 'file') return ['report', ...(answers.report ? (['reportTitle'] as const) : [])]
  if (step === 'leaflet') return leafletQuestions(answers, guide)
  return []
}

function reviewQuestions(answers: Answers, guide: Guide): Field[] {
  const type = typeOf(answers, guide)
  const named = [...(type?.requires ?? []), ...(type?.warns.missing ?? [])]
  // A review of a scheme that is over was perhaps public before; any other is published today.
  const ended = type?.warns.publishedAfter
  const isOld = ended !== undefined && ended < dayOfInstant(new Date(guide.now), guide.timeZone)
  return [
    'reviewType',
    'name',
    ...(named.includes('reviewer') ? (['reviewer'] as const) : []),
    ...(isOld ? (['wasPublic'] as const) : []),
    ...(isOld && answers.wasPublic === 'yes' ? (['year', 'previousAddress'] as const) : []),
  ]
}

/** What is asked about a choice, besides what the rules demand in place of a report. */
const ofChoice: Record<Choice, Field[]> = {
  fullReport: [],
  executiveSummary: ['reason'],
  elsewhere: ['link', 'otherBody'],
  nationalRepository: ['link'],
  onRequest: ['reason'],
  delayed: ['reason'],
  notPublished: ['reason'],
}

function reportQuestions({ choice, reviewType }: Answers, { reviewTypes }: Guide): Field[] {
  if (!choice) return ['choice']
  const bare = { reviewType, reportAvailability: availabilityOf(choice) }
  const demanded = reportAvailabilityViolations(bare, reviewTypes).map(({ path }) => path)
  return [
    'choice',
    ...ofChoice[choice],
    ...(demanded.includes('improvements') ? (['improvements'] as const) : []),
  ]
}

const leafletQuestions = ({ leaflet, leafletFile }: Answers, { kinds }: Guide): Field[] => [
  'leaflet',
  ...(leaflet === 'yes'
    ? [
        ...(kinds.length > 0 ? (['kind'] as const) : []),
        'leafletFile' as const,
        ...(leafletFile ? (['leafletTitle'] as const) : []),
      ]
    : []),
]
