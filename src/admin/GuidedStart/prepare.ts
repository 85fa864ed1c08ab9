import { type Guide, hasFile } from './answers.ts'
import { type Ask, ensureDraft, ensureTitle } from './api.ts'
import { changesOf, leafletDraft, reviewDraft } from './drafts.ts'
import type { Completed } from './proposals.ts'
import type { Stored } from './useStored.ts'

/** True when the drafts are there as the answers have them. */
export function isPrepared({ leaflet, review }: Stored, answers: Completed, guide: Guide): boolean {
  const isReady = (made: Stored['review'], next: () => object) =>
    made !== undefined && Object.keys(changesOf(made.sent, next() as never)).length === 0
  return (
    isReady(review, () => reviewDraft(answers, guide)) &&
    titlesOf(answers).every(({ file, title }) => file?.title === title) &&
    (answers.leaflet !== 'yes' || isReady(leaflet, () => leafletDraft(answers, review!.id)))
  )
}

/** The files that belong to the drafts, with the titles that readers shall see. */
const titlesOf = (answers: Completed) => {
  const { leafletFile, leafletTitle, report, reportTitle } = answers
  return [
    ...(hasFile(answers) && report
      ? [{ at: 'report' as const, file: report, title: reportTitle.trim() }]
      : []),
    ...(answers.leaflet === 'yes' && leafletFile
      ? [{ at: 'leafletFile' as const, file: leafletFile, title: leafletTitle.trim() }]
      : []),
  ]
}

/**
 * Makes the drafts, or changes those that are there.
 *
 * @param keep is told of each thing as soon as it is there: what follows may fail, and is then tried again
 */
export async function prepareDrafts(
  ask: Ask,
  guide: Guide,
  { attempt, leaflet, review }: Stored,
  answers: Completed,
  keep: (change: (before: Stored) => Stored) => void,
): Promise<void> {
  const { slugs } = guide
  for (const { at, file, title } of titlesOf(answers)) {
    const titled = await ensureTitle(ask, slugs.files, file, title)
    keep((before) => ({ ...before, answers: { ...before.answers, [at]: titled } }))
  }
  const madeReview = await ensureDraft(
    ask,
    slugs.reviews,
    attempt,
    reviewDraft(answers, guide),
    review,
  )
  keep((before) => ({ ...before, review: madeReview }))
  if (answers.leaflet !== 'yes') return
  const next = leafletDraft(answers, madeReview.id)
  const madeLeaflet = await ensureDraft(ask, slugs.leaflets, attempt, next, leaflet)
  keep((before) => ({ ...before, leaflet: madeLeaflet }))
}
