import { Link } from '@payloadcms/ui'

import type { CalendarDate } from '../../../hooks/rules/calendarDates.ts'
import { remindedPeriods } from '../../../hooks/rules/deadlines.ts'
import type { PublicationKey } from '../../../hooks/settings.ts'
import type { Settings } from '../../options/index.ts'
import type { Facts, Period } from './facts/types.ts'
import type { Language } from './language.ts'
import { PeriodTable } from './PeriodTable.tsx'
import {
  axisOf,
  type Axis,
  barOf,
  days,
  type PeriodState,
  placeOf,
  stateOfPeriod,
} from './timeline.ts'

const others = {
  reviews: 'otherReviews',
  leaflets: 'otherLeaflets',
  frameworkDocuments: 'otherFrameworkDocuments',
} as const satisfies Record<PublicationKey, string>

const keys = {
  protected: 'keyProtected',
  ending: 'keyEnding',
  ended: 'keyEnded',
} as const satisfies Record<PeriodState, string>

/** Until when what is public has to stay so: a bar for each publication against the months. */
export function Protected({
  facts: {
    periods: { others: more, periods },
    today,
  },
  language,
  slugs,
}: {
  facts: Facts
  language: Language
  slugs: Settings['slugs']
}) {
  const { addressOf, say } = language
  const axis = axisOf(periods, today)
  const { from } = remindedPeriods(today)
  const listOf = (key: PublicationKey) =>
    `${addressOf(slugs[key])}?limit=50&sort=protectedUntil&where[or][0][and][0][protectedUntil][greater_than_equal]=${from}`
  return (
    <section aria-labelledby="sr-protected" className="sr-card">
      <h2 id="sr-protected">{say('protected')}</h2>
      {periods.length === 0 ? (
        <p>{say('nothingProtected')}</p>
      ) : (
        <>
          <p>{say('protectedIntroduction')}</p>
          <p aria-hidden className="sr-key">
            {(Object.keys(keys) as PeriodState[]).map((state) => (
              <span key={state}>
                <span className={`sr-bar sr-bar--${state}`} /> {say(keys[state])}
              </span>
            ))}
          </p>
          <div className="sr-timeline">
            <Months axis={axis} language={language} today={today} />
            <ol>
              {periods.map((period) => (
                <Row
                  axis={axis}
                  key={period.publication}
                  language={language}
                  period={period}
                  today={today}
                />
              ))}
            </ol>
          </div>
          {more.length > 0 && (
            <p>
              {say('othersProtected')}{' '}
              {more.map(({ count, key }, index) => (
                <span key={key}>
                  {index > 0 && ' · '}
                  <Link href={listOf(key)} prefetch={false}>
                    {say(others[key], { count })}
                  </Link>
                </span>
              ))}
            </p>
          )}
          <PeriodTable language={language} periods={periods} today={today} />
        </>
      )}
    </section>
  )
}

interface Drawn {
  axis: Axis
  language: Language
  today: CalendarDate
}

const percent = (place: number) => `${place}%`

function Months({ axis, language: { month, say }, today }: Drawn) {
  return (
    <div aria-hidden className="sr-months-row">
      <div className="sr-months">
        {axis.ticks.map(({ at, day }) => (
          <span key={day} style={{ left: percent(at) }}>
            {month(day).month}
            <br />
            {month(day).year}
          </span>
        ))}
        <strong style={{ left: percent(placeOf(today, axis)) }}>{say('today')}</strong>
      </div>
    </div>
  )
}

function Row({ axis, language, period, today }: Drawn & { period: Period }) {
  const { name, publication, until } = period
  const state = stateOfPeriod(until, today)
  const bar = barOf(period, axis)
  const cut = `${bar.isCutAtStart ? ' sr-bar--before' : ''}${bar.isCutAtEnd ? ' sr-bar--after' : ''}`
  return (
    <li>
      <Link href={language.addressOf(publication)} prefetch={false}>
        {name}
      </Link>
      <span className={`sr-until sr-until--${state}`}>{untilInWords(period, today, language)}</span>
      <span aria-hidden className="sr-track">
        {axis.ticks.map(({ at, day }) => (
          <span className="sr-tick" key={day} style={{ left: percent(at) }} />
        ))}
        <span
          className={`sr-bar sr-bar--${state}${cut}`}
          style={{ left: percent(bar.from), width: percent(bar.to - bar.from) }}
        />
        <span className="sr-now" style={{ left: percent(placeOf(today, axis)) }} />
      </span>
    </li>
  )
}

function untilInWords({ until }: Period, today: CalendarDate, { day, say }: Language): string {
  const state = stateOfPeriod(until, today)
  if (state === 'ended') return say('ended', { day: day(until) })
  const words = say('protectedUntil', { day: day(until) })
  return state === 'ending'
    ? `${words}: ${say('endsInDays', { count: days(today, until) })}`
    : words
}
