import type { Settings } from '../../../options/index.ts'
import type { Facts } from '../facts/types.ts'
import { failedFileItems } from './files.ts'
import { refusalItems, submissionItems } from './approvals.ts'
import { dueDocumentItems, overdueItems, periodItems } from './deadlines.ts'
import type { Item, Urgency } from './item.ts'
import { checkItems, withdrawalItems } from './promise.ts'
import { scheduleItems } from './schedules.ts'

const order: Urgency[] = ['urgent', 'toDo', 'soon']

/** What waits for whoever looks at the dashboard, most urgent first. */
export function itemsOf(facts: Facts, slugs: Settings['slugs']): Item[] {
  const items = [
    ...withdrawalItems(facts, slugs),
    ...checkItems(facts, slugs),
    ...scheduleItems(facts),
    ...submissionItems(facts),
    ...refusalItems(facts),
    ...failedFileItems(facts),
    ...periodItems(facts),
    ...overdueItems(facts),
    ...dueDocumentItems(facts),
  ]
  return order.flatMap((urgency) => items.filter((item) => item.urgency === urgency))
}
