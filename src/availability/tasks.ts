import { createLocalReq, type Payload, type PayloadRequest, type TaskConfig } from 'payload'

import { recordEvent } from '../../hooks/operations/events.ts'
import { refusalsRecorded } from '../../hooks/operations/refusals.ts'
import type { Withdrawal } from '../../hooks/rules/withdrawals.ts'
import { byHand, readRefusals } from '../evidence/refusals.ts'
import { tellOfAlarm } from '../mail/alarm.ts'
import type { Settings } from '../options/index.ts'
import { task } from '../task.ts'
import { checkPublications, recordEndedPeriods, type Unavailable } from './checkPublications.ts'

const hour = 60 * 60 * 1000

/** What an alarm tells: what readers do not get, withdrawals that nobody approved in time, attempts by hand. */
export interface Alarm {
  payload: Payload
  unavailable: Unavailable[]
  /** Emergency withdrawals whose approval is overdue, by the address of what was withdrawn. */
  unapproved: { id: number | string; slug?: string | null; approvalDueAt: string }[]
  /** How often the database refused something written to it by hand, since the last time. */
  refusedByHand: number
}

/** Emergency withdrawals that no second person approved in time; they stay withdrawn until somebody acts. */
async function unapprovedWithdrawals(
  payload: Payload,
  { slugs }: Settings,
): Promise<Alarm['unapproved']> {
  const { docs } = await payload.db.find<
    Withdrawal & { slug?: string | null; approvalDueAt: string }
  >({
    collection: slugs.withdrawals,
    limit: 100,
    pagination: false,
    where: {
      and: [
        { state: { equals: 'executed' } },
        { isEmergency: { equals: true } },
        { approvedBy: { exists: false } },
        { approvalDueAt: { less_than: new Date().toISOString() } },
      ],
    },
  })
  return docs.map(({ approvalDueAt, id, slug }) => ({ approvalDueAt, id, slug }))
}

/**
 * Records how often the database refused something of which no event tells: what was tried by hand, around the
 * software.
 */
async function recordRefusedByHand(req: PayloadRequest, settings: Settings): Promise<number> {
  if (req.payload.db.name !== 'postgres') return 0
  // Those that came through the app are written beside their requests.
  await refusalsRecorded()
  const { counted, recorded } = await readRefusals(req.payload, settings)
  const attempts = counted - recorded
  if (attempts <= 0) return 0
  const detail = { reason: byHand, attempts }
  await recordEvent(req, settings, { kind: 'refused', actor: 'job', detail })
  return attempts
}

async function raise(
  settings: Settings,
  payload: Payload,
  told: Partial<Omit<Alarm, 'payload'>>,
): Promise<void> {
  const alarm = { payload, unavailable: [], unapproved: [], refusedByHand: 0, ...told }
  const { refusedByHand, unapproved, unavailable } = alarm
  for (const { faults, publication } of unavailable)
    payload.logger.error(
      `Not available to readers as published: ${publication}: ${faults.join('; ')}`,
    )
  for (const { approvalDueAt, slug } of unapproved)
    payload.logger.error(
      `The emergency withdrawal of “${slug}” was to be approved by ${approvalDueAt}`,
    )
  if (refusedByHand)
    payload.logger.error(
      `${refusedByHand} attempts to take down or change by hand what is kept were refused by the database`,
    )
  if (unavailable.length || unapproved.length || refusedByHand)
    await Promise.all([tellOfAlarm(settings, alarm), settings.availability.onAlarm?.(alarm)])
}

/** The jobs that look after the promise, as tasks of Payload's queue with their schedules. */
export function promiseTasks(settings: Settings): TaskConfig[] {
  const { address, cron } = settings.availability
  return [
    task({
      slug: 'checkAvailability',
      label: 'Check that what is protected is available',
      schedule: cron
        ? [
            {
              cron,
              queue: 'default',
              hooks: {
                // Not everybody's at the same moment, and not at one that can be foreseen.
                beforeSchedule: async (args) => {
                  const scheduled = await args.defaultBeforeSchedule(args)
                  const due = scheduled.waitUntil?.getTime() ?? Date.now()
                  return { ...scheduled, waitUntil: new Date(due + Math.random() * hour) }
                },
              },
            },
          ]
        : [],
      outputSchema: [{ name: 'checked', type: 'number' }],
      handler: async ({ req }) => {
        const { payload } = req
        const reader = address || payload.config.serverURL
        // A request of its own: what was checked so far stays recorded, and nobody's user is in it.
        const own = await createLocalReq({}, payload)
        await recordEndedPeriods(own, settings)
        const refusedByHand = await recordRefusedByHand(own, settings)
        if (refusedByHand) await raise(settings, payload, { refusedByHand })
        if (!reader) {
          payload.logger.warn(
            'safeguardingReviews: nothing is checked, because the option `availability.address` is not set.',
          )
          return { output: { checked: 0 } }
        }
        const { checked, unavailable } = await checkPublications(own, settings, reader)
        await raise(settings, payload, { unavailable })
        return { output: { checked } }
      },
    }),
    task({
      slug: 'remindOfWithdrawals',
      label: 'Warn of emergency withdrawals that nobody approved',
      schedule: [{ cron: '0 * * * *', queue: 'default' }],
      handler: async ({ req: { payload } }) => {
        const unapproved = await unapprovedWithdrawals(payload, settings)
        await raise(settings, payload, { unapproved })
        return { output: {} }
      },
    }),
  ]
}
