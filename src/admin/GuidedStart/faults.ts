import { isEmpty, type Publication } from '../../../hooks/rules/publication.ts'
import { publicationContent } from '../../../hooks/rules/publicationContent.ts'
import { publicationDateViolations } from '../../../hooks/rules/publicationDates.ts'
import type { Violation } from '../../../hooks/rules/violation.ts'
import { isWebAddress } from '../../../hooks/rules/webAddresses.ts'
import type { Guide } from './answers.ts'
import { knownDate } from './dates.ts'
import { reviewDraft } from './drafts.ts'
import type { Completed } from './proposals.ts'
import { type Field, questionsOf, type Step, stepsOf } from './questions.ts'

/** What is missing or wrong at a question: a rule's sentence, or one of the guided start's own. */
export interface Fault {
  field: Field
  says: OwnFault | Pick<Violation, 'code' | 'values'>
}

export type OwnFault =
  | 'choiceMissing'
  | 'dateUnknown'
  | 'fileMissing'
  | 'leafletMissing'
  | 'linkMissing'
  | 'linkWrong'
  | 'titleMissing'
  | 'wasPublicMissing'

/** At which question the rules' complaint about a field of the review is answered. */
const questions: Record<string, Field> = {
  name: 'name',
  previouslyPublishedAt: 'previousAddress',
  publishedOn: 'year',
  improvements: 'improvements',
  reportLink: 'link',
  reportReason: 'reason',
  reviewer: 'reviewer',
  reviewType: 'reviewType',
}

/**
 * What has to be answered before the next step, in the order of the questions: the very rules that would refuse to
 * publish, and what they need.
 */
export function faultsOf(step: Step, answers: Completed, guide: Guide): Fault[] {
  const found = [...ownFaults(answers), ...rulesFaults(answers, guide)]
  return questionsOf(step, answers, guide).flatMap((question) => {
    const fault = found.find(({ field }) => field === question)
    return fault ? [fault] : []
  })
}

function rulesFaults(answers: Completed, guide: Guide): Fault[] {
  const review = reviewDraft(answers, guide) as Publication
  const clock = { now: new Date(guide.now), timeZone: guide.timeZone }
  return [
    ...publicationContent.reviews.violations(review, guide),
    ...publicationDateViolations(review, clock),
  ].flatMap(({ code, path, values }) => {
    const field = questions[path]
    return field ? [{ field, says: { code, values } }] : []
  })
}

function ownFaults(answers: Completed): Fault[] {
  const { choice, leaflet, leafletFile, leafletTitle, link, report, reportLater, reportTitle } =
    answers
  const found: [boolean, Field, OwnFault][] = [
    [!answers.wasPublic, 'wasPublic', 'wasPublicMissing'],
    [!knownDate(answers), 'year', 'dateUnknown'],
    [!choice, 'choice', 'choiceMissing'],
    [choice === 'elsewhere' && isEmpty(link), 'link', 'linkMissing'],
    [!isEmpty(link) && !isWebAddress(link.trim()), 'link', 'linkWrong'],
    [!report && !reportLater, 'report', 'fileMissing'],
    [isEmpty(reportTitle), 'reportTitle', 'titleMissing'],
    [!leaflet, 'leaflet', 'leafletMissing'],
    [!leafletFile, 'leafletFile', 'fileMissing'],
    [isEmpty(leafletTitle), 'leafletTitle', 'titleMissing'],
  ]
  return found.flatMap(([isFault, field, says]) => (isFault ? [{ field, says }] : []))
}

/**
 * The step to show: nobody comes to one before those ahead of it are answered.
 *
 * @param wanted the step in the address; the first is shown where there is none
 * @param isPrepared the drafts are there as the answers have them
 */
export function stepToShow(
  wanted: string,
  answers: Completed,
  guide: Guide,
  isPrepared: boolean,
): Step {
  const all = stepsOf(answers)
  const open = isPrepared ? all : all.slice(0, -1)
  const wish = wanted || all[0]
  return (
    open.find((step) => step === wish || faultsOf(step, answers, guide).length > 0) ?? open.at(-1)!
  )
}
