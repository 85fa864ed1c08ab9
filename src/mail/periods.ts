import { createLocalReq, type Payload, type PayloadRequest } from 'payload'

import { inTransaction } from '../../hooks/operations/inTransaction.ts'
import { tell } from '../../hooks/operations/mail.ts'
import { publicRows } from '../../hooks/operations/publicRow.ts'
import { calendarDateOf, dayOfInstant } from '../../hooks/rules/calendarDates.ts'
import { remindedPeriods } from '../../hooks/rules/deadlines.ts'
import type { News } from '../../hooks/rules/mail.ts'
import { nameOf, type Publication } from '../../hooks/rules/publication.ts'
import { type Reference, reference } from '../../hooks/rules/references.ts'
import { publicationKeys, type PublishingSettings } from '../../hooks/settings.ts'
import { tellOnce } from './told.ts'

type Period = News & { about: Reference; until: string }

/** Tells those who decide of each protection that ends within thirty days, once. */
export async function tellOfPeriods(payload: Payload, settings: PublishingSettings): Promise<void> {
  const req = await createLocalReq({}, payload)
  const periods = await endingPeriods(req, settings)
  await tellOnce(payload, 'periods', periods, (untold) =>
    inTransaction(req, () => tell(req, settings, untold)),
  )
}

/** What is public and whose protection ends soon. */
async function endingPeriods(
  req: PayloadRequest,
  { slugs, timeZone }: PublishingSettings,
): Promise<Period[]> {
  const today = dayOfInstant(new Date(), timeZone)
  const until = {
    greater_than_equal: `${today}T00:00:00.000Z`,
    less_than_equal: `${remindedPeriods(today).to}T23:59:59.999Z`,
  }
  const found = await Promise.all(
    publicationKeys.map(async (key) => {
      const { docs } = await req.payload.db.find<Publication & { id: number | string }>({
        collection: slugs[key],
        limit: 0,
        pagination: false,
        req,
        select: { [key === 'reviews' ? 'name' : 'title']: true, protectedUntil: true },
        where: { and: [publicRows, { protectedUntil: until }] },
      })
      return docs.map((row): Period => ({
        kind: 'periodEnds',
        about: reference(slugs[key], row.id),
        name: nameOf(row),
        until: calendarDateOf(row.protectedUntil, timeZone)!,
      }))
    }),
  )
  return found.flat()
}
