import { approvalActFault } from '../../../../hooks/rules/approvals.ts'
import type { Facts } from '../facts/types.ts'
import type { Item } from './item.ts'
import { accountName } from './names.ts'

/** What others submitted and this person may approve, and what was approved and waits to be published. */
export function submissionItems({ names, schedules, submissions, viewer }: Facts): Item[] {
  return submissions.flatMap((submission): Item[] => {
    const { askedAt, askedBy, decidedAt, decidedBy, publication, state, title } = submission
    const isThere = names.has(publication) && !names.get(publication)!.isTrashed
    const act = state === 'asked' ? 'approve' : 'publish'
    if (!isThere || approvalActFault(act, submission, viewer, true)) return []
    const told = { urgency: 'toDo', at: publication, name: title } as const
    if (state === 'asked')
      return [{ says: 'approve', ...told, by: accountName(names, askedBy), moment: askedAt }]
    const isPlanned = schedules.some(({ act, of }) => act === 'publish' && of === publication)
    return isPlanned
      ? []
      : [
          {
            says: 'publish',
            ...told,
            by: accountName(names, decidedBy),
            moment: decidedAt ?? askedAt,
          },
        ]
  })
}

/** What this person submitted and somebody refused, with the reason that was given. */
export const refusalItems = ({ names, refusals }: Facts): Item[] =>
  refusals
    .filter(({ publication }) => names.has(publication) && !names.get(publication)!.isTrashed)
    .map(({ askedAt, comments, decidedAt, decidedBy, publication, title }) => ({
      says: 'refused',
      urgency: 'toDo',
      at: publication,
      name: title,
      by: accountName(names, decidedBy),
      moment: decidedAt ?? askedAt,
      text: comments?.at(-1)?.text ?? '',
    }))
