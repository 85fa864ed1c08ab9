import type { Named } from '../../readNames.ts'
import type { Facts, Schedule } from '../facts/types.ts'
import type { Item } from './item.ts'
import { documentName } from './names.ts'

const hour = 60 * 60 * 1000

/**
 * What was planned and did not happen, for those who may publish and for whoever planned it, until somebody
 * plans it again or does it by hand.
 */
export function scheduleItems(facts: Facts): Item[] {
  const { failedSchedules, names, now, schedules, viewer } = facts
  const concerns = ({ by }: Schedule) => viewer.mayPublish || by === viewer.account
  const failed = failedSchedules
    .filter((schedule) => concerns(schedule) && !isSettled(schedule, facts))
    .map((schedule): Item => ({
      says: schedule.act === 'publish' ? 'publishFailed' : 'unpublishFailed',
      urgency: 'urgent',
      at: schedule.of,
      name: nameOf(schedule, names),
      moment: schedule.at,
      text: schedule.error,
    }))
  // Nothing runs the jobs; each minute is what is usual.
  const late = schedules
    .filter((schedule) => concerns(schedule) && now.getTime() - Date.parse(schedule.at) > hour)
    .map((schedule): Item => ({
      says: 'scheduleLate',
      urgency: 'urgent',
      at: schedule.of,
      name: nameOf(schedule, names),
      moment: schedule.at,
    }))
  return [...failed, ...late]
}

function isSettled(
  { act, at, of }: Schedule,
  { failedSchedules, names, schedules }: Facts,
): boolean {
  const isLater = (other: Schedule) => other.of === of && other.at > at
  if (schedules.some(isLater) || failedSchedules.some(isLater)) return true
  if (!of.includes(':')) return false
  const document = names.get(of)
  if (!document || document.isTrashed) return true
  return act === 'publish' ? wasPublishedSince(document, at) : !document.isPublic
}

const wasPublishedSince = ({ isPublic, lastPublicChangeAt }: Named, at: string): boolean =>
  isPublic && Boolean(lastPublicChangeAt) && lastPublicChangeAt! >= at

/** The page, of which there is one, has no name that was looked up. */
const nameOf = ({ of }: Schedule, names: Facts['names']): string | undefined =>
  of.includes(':') ? documentName(names, of) : undefined
