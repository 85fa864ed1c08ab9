import { Link } from '@payloadcms/ui'

import type { CalendarDate } from '../../../hooks/rules/calendarDates.ts'
import type { PublicationKey } from '../../../hooks/settings.ts'
import type { Period } from './facts/types.ts'
import type { Language } from './language.ts'
import { stateOfPeriod } from './timeline.ts'

const kinds = {
  reviews: 'review',
  leaflets: 'leaflet',
  frameworkDocuments: 'frameworkDocument',
} as const satisfies Record<PublicationKey, string>

const states = { protected: 'keyProtected', ending: 'keyEnding', ended: 'keyEnded' } as const

const columns = ['columnName', 'columnKind', 'columnFrom', 'columnUntil', 'columnState'] as const

/** What the bars show, to be read line by line and copied. */
export function PeriodTable({
  language: { addressOf, day, say },
  periods,
  today,
}: {
  language: Language
  periods: Period[]
  today: CalendarDate
}) {
  return (
    <details>
      <summary>{say('asTable')}</summary>
      {/* It may be wider than a telephone; whoever has no mouse scrolls it with the keys. */}
      <div aria-label={say('asTable')} className="sr-scroll" role="region" tabIndex={0}>
        <table>
          <thead>
            <tr>
              {columns.map((column) => (
                <th key={column} scope="col">
                  {say(column)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {periods.map(({ from, key, name, publication, until }) => (
              <tr key={publication}>
                <th scope="row">
                  <Link href={addressOf(publication)} prefetch={false}>
                    {name}
                  </Link>
                </th>
                <td>{say(kinds[key])}</td>
                <td>{day(from)}</td>
                <td>{day(until)}</td>
                <td>{say(states[stateOfPeriod(until, today)])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
