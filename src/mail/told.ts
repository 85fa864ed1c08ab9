import type { Payload } from 'payload'

import { untoldOf } from '../../hooks/rules/mail.ts'
import type { Reference } from '../../hooks/rules/references.ts'

/** Something that goes on for long and is told of once, unless its date changes. */
interface Lasting {
  about: Reference
  until: string
}

/**
 * Tells of what was not told of yet, and keeps in Payload’s key-value store what was. It is kept afterwards: after
 * a crash in between somebody hears of it twice, not never.
 *
 * @param all everything that goes on now; the rest is forgotten
 */
export async function tellOnce<Given extends Lasting>(
  payload: Payload,
  topic: 'periods' | 'withdrawals',
  all: Given[],
  tell: (untold: Given[]) => Promise<void>,
): Promise<void> {
  const key = `safeguarding-reviews:told:${topic}`
  const told = (await payload.kv.get<Record<Reference, string>>(key)) ?? {}
  const untold = untoldOf(all, told)
  if (untold.length) await tell(untold)
  const isChanged = untold.length > 0 || Object.keys(told).length !== all.length
  if (isChanged)
    await payload.kv.set(key, Object.fromEntries(all.map(({ about, until }) => [about, until])))
}
