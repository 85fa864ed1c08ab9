import type { Payload, ServerProps } from 'payload'

import { type CalendarDate } from '../../../hooks/rules/calendarDates.ts'
import { formatPartialDate } from '../../../hooks/rules/partialDates.ts'
import type { Reference } from '../../../hooks/rules/references.ts'
import type { Settings } from '../../options/index.ts'
import { wordsOf } from '../words/index.ts'

/** How the dashboard speaks to whoever looks at it, and where its links lead. */
export interface Language {
  say: ReturnType<typeof wordsOf<'dashboard'>>
  /** A calendar date: `20 March 2023`. */
  day: (date: CalendarDate) => string
  /** A moment in the partnership's time zone: `20 March 2023 at 09:00`. */
  moment: (stored: string) => string
  /** The same with the day of the week and the name of the time: `Monday 20 March 2023 at 09:00 GMT`. */
  appointment: (stored: string) => string
  /** The first letters of a month, and its year. */
  month: (date: CalendarDate) => { month: string; year: string }
  /** The address of a document, a collection or the page. */
  addressOf: (place: Reference) => string
}

export function languageOf(
  i18n: ServerProps['i18n'],
  { config }: Payload,
  { slugs, timeZone }: Settings,
): Language {
  // The English of a partnership, whose days come before their months.
  const locale = i18n.language === 'en' ? 'en-GB' : i18n.language
  const format = (options: Intl.DateTimeFormatOptions) => {
    const formatter = new Intl.DateTimeFormat(locale, { timeZone, ...options })
    return (stored: string) => formatter.format(new Date(stored))
  }
  const monthOf = format({ month: 'short', timeZone: 'UTC' })
  return {
    say: wordsOf('dashboard', i18n.t),
    day: (date) => formatPartialDate(date, locale),
    moment: format({ dateStyle: 'long', timeStyle: 'short' }),
    appointment: format({
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      timeZoneName: 'short',
    }),
    month: (date) => ({ month: monthOf(date), year: date.slice(0, 4) }),
    addressOf: (place) =>
      place === slugs.caseReviewsPage
        ? `${config.routes.admin}/globals/${place}`
        : `${config.routes.admin}/collections/${place.replace(':', '/')}`,
  }
}
