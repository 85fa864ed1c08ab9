import type { CalendarDate } from '../../../../hooks/rules/calendarDates.ts'
import type { Reference } from '../../../../hooks/rules/references.ts'
import type { dashboard } from '../../words/dashboard.ts'

/** `urgent` breaks the promise as long as it lasts; `toDo` waits for somebody; `soon` is told in good time. */
export type Urgency = 'urgent' | 'toDo' | 'soon'

type Told<Key> = Key extends `${infer Name}Detail${'' | '_one' | '_other'}` ? Name : never

/** Which sentence tells of an item; another one of the same name and “Detail” says more. */
export type ItemName = Told<keyof typeof dashboard>

/** Something that waits for this person, and what fills its sentences. */
export interface Item {
  says: ItemName
  urgency: Urgency
  /** The document where it is done, or a collection. */
  at: Reference
  name?: string
  by?: string
  count?: number
  day?: CalendarDate
  /** ISO 8601. */
  moment?: string
  /** What was written or found, as it is. */
  text?: string
}
