import { nearness, overduePlan, overdueRecommendations } from '../../../../hooks/rules/deadlines.ts'
import type { Facts } from '../facts/types.ts'
import type { Item } from './item.ts'

/** Protections that ended lately or end soon, for those who decide what becomes of the publication then. */
export function periodItems({ periods, today, viewer }: Facts): Item[] {
  if (!viewer.mayPublish) return []
  return periods.periods.flatMap(({ name, publication, until }): Item[] => {
    const near = nearness(until, today)
    if (!near) return []
    const isOver = near === 'past'
    return [
      {
        says: isOver ? 'periodEnded' : 'periodEnding',
        urgency: isOver ? 'toDo' : 'soon',
        at: publication,
        name,
        day: until,
      },
    ]
  })
}

/** What agencies were to have done, for those who may write down what became of it. */
export function overdueItems({ overdueReviews, today, viewer }: Facts): Item[] {
  if (!viewer.mayDraft) return []
  return overdueReviews.flatMap(({ name, planStatus, publication, recommendations }): Item[] => {
    const told = { urgency: 'toDo', at: publication, name } as const
    const overdue = overdueRecommendations(recommendations, today)
    const planDay = overduePlan(planStatus, recommendations, today)
    return [
      ...(overdue[0]
        ? [
            {
              says: 'recommendationsOverdue' as const,
              ...told,
              count: overdue.length,
              day: overdue[0].dueBy,
            },
          ]
        : []),
      ...(planDay ? [{ says: 'planOverdue' as const, ...told, day: planDay }] : []),
    ]
  })
}

/** Framework documents that are to be looked at again, for those who may change them. */
export function dueDocumentItems({ dueDocuments, today, viewer }: Facts): Item[] {
  if (!viewer.mayDraft) return []
  return dueDocuments.flatMap(({ day, name, publication }): Item[] => {
    const near = nearness(day, today)
    if (!near) return []
    const isOver = near === 'past'
    return [
      {
        says: isOver ? 'reviewOverdue' : 'reviewDue',
        urgency: isOver ? 'toDo' : 'soon',
        at: publication,
        name,
        day,
      },
    ]
  })
}
