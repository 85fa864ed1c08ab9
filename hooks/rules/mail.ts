import type { CalendarDate } from './calendarDates.ts'
import type { Reference } from './references.ts'
import { grants, type Role } from './roles.ts'

/** What a mail tells of, in the order in which it lists it. */
export const newsKinds = [
  'unavailable',
  'unapproved',
  'refusedByHand',
  'refused',
  'asked',
  'approved',
  'published',
  'periodEnds',
] as const
export type NewsKind = (typeof newsKinds)[number]

/** One thing that a person should know. It names a document and quotes nothing of it. */
export interface News {
  kind: NewsKind
  /** What it is about, and where the mail leads: `reviews:12`, or `withdrawals:3`. */
  about?: Reference
  /** How that is called inside: a pseudonym or a title. */
  name?: string
  /** The request for approval that it tells of. */
  approval?: number | string
  /** The last day of a protection. */
  until?: CalendarDate
  /** How often. */
  count?: number
}

/** What is asked of an account before a mail is sent to it. */
export interface Correspondent {
  id: number | string
  email?: string | null
  publishingRoles?: Role[] | null
  isDisabled?: boolean | null
  /** When it was put into the trash, where a host has one for accounts. */
  deletedAt?: string | null
  /** False until its address was confirmed, where a host asks for that. */
  _verified?: boolean | null
}

type SecondPerson = 'always' | 'never' | 'whenThereIsOne'

/** Accounts of people who work here: none that was disabled, and none without a role. */
const working = <Given extends Correspondent>(accounts: Given[]): Given[] =>
  accounts.filter(
    ({ deletedAt, isDisabled, publishingRoles }) =>
      !isDisabled && !deletedAt && Boolean(publishingRoles?.length),
  )

/** Those among some accounts who decide what the public sees, as `mayPublish` says of whoever makes a request. */
function deciders<Given extends Correspondent>(
  accounts: Given[],
  secondPerson: SecondPerson,
): Given[] {
  const approvers = accounts.filter(({ publishingRoles }) => grants(publishingRoles!, 'publish'))
  if (secondPerson === 'always') return approvers
  if (secondPerson === 'whenThereIsOne' && approvers.length) return approvers
  return accounts.filter(
    ({ publishingRoles }) =>
      grants(publishingRoles!, 'publish') || grants(publishingRoles!, 'manage'),
  )
}

/**
 * To whom news of a kind may be told: what waits for approval to those who may approve it; the end of a
 * protection to those who decide, administrators while there are no approvers; alarms to administrators; what
 * became of a submission to anybody who works here.
 *
 * @param accounts all of those who log in to the admin
 */
export function audienceOf<Given extends Correspondent>(
  kind: NewsKind,
  accounts: Given[],
  secondPerson: SecondPerson,
): Given[] {
  const people = working(accounts)
  if (kind === 'asked') return deciders(people, secondPerson)
  if (kind === 'periodEnds') return deciders(people, 'whenThereIsOne')
  if (kind === 'approved' || kind === 'refused' || kind === 'published') return people
  return people.filter(({ publishingRoles }) => grants(publishingRoles!, 'manage'))
}

/** The address of somebody to whom mail can be sent. */
export const addressOf = ({ _verified, email }: Correspondent): string | undefined =>
  (_verified !== false && email) || undefined

/** What became of a submission last is what there is to tell of it; anything else is told once. */
function subjectOf({ about, kind, until }: News): string {
  const isOfApproval = ['asked', 'approved', 'refused', 'published'].includes(kind)
  return [isOfApproval ? 'approval' : kind, about, until].join(' ')
}

/**
 * What one mail tells of all that happened, ordered by kind and name.
 *
 * @param news in the order in which it happened
 */
export function digestOf(news: News[]): News[] {
  const latest = new Map<string, News>()
  for (const one of news) {
    const subject = subjectOf(one)
    const count = one.count && one.count + (latest.get(subject)?.count ?? 0)
    latest.set(subject, count ? { ...one, count } : one)
  }
  return [...latest.values()].sort(
    (a, b) =>
      newsKinds.indexOf(a.kind) - newsKinds.indexOf(b.kind) ||
      (a.name ?? '').localeCompare(b.name ?? '', 'en', { numeric: true }),
  )
}

/**
 * The periods of protection that are still to be told of.
 *
 * @param told for each publication the last day that was told of
 */
export const untoldOf = <Given extends { about: Reference; until: string }>(
  periods: Given[],
  told: Record<Reference, string>,
): Given[] => periods.filter(({ about, until }) => told[about] !== until)
