import { availabilityOf, type Guide, hasFile, typeOf } from './answers.ts'
import { knownDate } from './dates.ts'
import type { Completed } from './proposals.ts'
import { questionsOf } from './questions.ts'
import { richTextOf } from './richText.ts'

/** Fields of a document, as they are sent. */
export type Draft = Record<string, unknown>

const noDate = { publishedOn: null, publishedOnPrecision: 'day' }

/** The review as the answers have it. What they no longer ask for is sent as empty, not left as it was. */
export function reviewDraft(answers: Completed, guide: Guide): Draft {
  const { choice } = answers
  const asked = [
    ...questionsOf('review', answers, guide),
    ...questionsOf('report', answers, guide),
  ] as string[]
  const text = (field: 'link' | 'previousAddress' | 'reason' | 'reviewer') =>
    asked.includes(field) ? answers[field].trim() || null : null
  const body = choice === 'elsewhere' && answers.otherBody.trim()
  return {
    name: answers.name.trim(),
    reviewType: typeOf(answers, guide)?.value ?? null,
    reviewer: text('reviewer'),
    ...((asked.includes('year') && knownDate(answers)) || noDate),
    previouslyPublishedAt: text('previousAddress'),
    publishedBy: body
      ? { body: 'anotherBody', name: body }
      : { body: 'thisPartnership', name: null },
    reportAvailability: choice ? availabilityOf(choice) : null,
    reportFile: (hasFile(answers) && answers.report?.id) || null,
    reportLink: text('link'),
    reportReason: text('reason'),
    improvements: asked.includes('improvements') ? richTextOf(answers.improvements) : null,
  }
}

/** The leaflet that draws from it. */
export const leafletDraft = (answers: Completed, review: number | string): Draft => ({
  title: answers.leafletTitle.trim(),
  ...(answers.kind && { kind: answers.kind }),
  file: answers.leafletFile?.id ?? null,
  reviews: [review],
})

/** What is new: the rest may have been changed elsewhere since it was sent. */
export const changesOf = (sent: Draft, next: Draft): Draft =>
  Object.fromEntries(
    Object.entries(next).filter(
      ([field, value]) => JSON.stringify(value) !== JSON.stringify(sent[field]),
    ),
  )
