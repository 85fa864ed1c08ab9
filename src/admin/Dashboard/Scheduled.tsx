import { Link } from '@payloadcms/ui'

import type { Facts } from './facts/types.ts'
import { documentName } from './items/names.ts'
import type { Language } from './language.ts'

/** What is going to be published or unpublished by itself, and when. */
export function Scheduled({
  facts: { names, schedules },
  language: { addressOf, appointment, say },
  timeZone,
}: {
  facts: Facts
  language: Language
  timeZone: string
}) {
  return (
    <section aria-labelledby="sr-scheduled" className="sr-card">
      <h2 id="sr-scheduled">{say('scheduled')}</h2>
      {schedules.length === 0 ? (
        <p>{say('nothingScheduled')}</p>
      ) : (
        <>
          <ul className="sr-items">
            {schedules.map(({ act, at, of }) => (
              <li key={`${of} ${act} ${at}`}>
                <Link className="sr-what" href={addressOf(of)} prefetch={false}>
                  {of.includes(':') ? documentName(names, of) : say('page')}
                </Link>{' '}
                {say(act === 'publish' ? 'willBePublished' : 'willBeUnpublished')}
                <br />
                <time dateTime={at}>{appointment(at)}</time>
              </li>
            ))}
          </ul>
          <p className="sr-aside">{say('timesIn', { timeZone })}</p>
        </>
      )}
    </section>
  )
}
