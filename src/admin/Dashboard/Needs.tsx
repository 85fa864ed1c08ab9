import { Link } from '@payloadcms/ui'

import { guidedStartPath } from '../../../hooks/rules/guidedStart.ts'
import type { Settings } from '../../options/index.ts'
import type { Facts } from './facts/types.ts'
import { itemsOf } from './items/index.ts'
import type { Item } from './items/item.ts'
import type { Language } from './language.ts'

/** How many can be taken in at once; the others unfold. */
const atOnce = 12

/** What waits for this person, each with a link to where it is done; or what to begin with. */
export function Needs({
  facts,
  language,
  slugs,
}: {
  facts: Facts
  language: Language
  slugs: Settings['slugs']
}) {
  const { addressOf, say } = language
  const items = itemsOf(facts, slugs)
  const urgent = items.filter(({ urgency }) => urgency === 'urgent')
  const others = items.slice(urgent.length)
  const shown = others.slice(0, atOnce)
  const folded = others.slice(atOnce)
  return (
    <section aria-labelledby="sr-needs" className="sr-card">
      <h2 id="sr-needs">{say('needs')}</h2>
      {items.length === 0 && (
        <p>
          {say('nothingWaits')}{' '}
          {!facts.hasPublic && (
            <>
              {say('nothingPublic')}{' '}
              {facts.viewer.mayDraft && (
                <Link href={addressOf(slugs.reviews) + guidedStartPath} prefetch={false}>
                  {say('beginReview')}
                </Link>
              )}
            </>
          )}
        </p>
      )}
      {urgent.length > 0 && (
        <div role="alert">
          <Items items={urgent} language={language} />
        </div>
      )}
      {shown.length > 0 && <Items items={shown} language={language} />}
      {folded.length > 0 && (
        <details>
          <summary>{say('moreItems', { count: folded.length })}</summary>
          <Items items={folded} language={language} />
        </details>
      )}
    </section>
  )
}

function Items({ items, language }: { items: Item[]; language: Language }) {
  const { addressOf, say } = language
  return (
    <ul className="sr-items">
      {items.map((item) => {
        const values = valuesOf(item, language)
        return (
          <li className={`sr-item sr-item--${item.urgency}`} key={`${item.says} ${item.at}`}>
            <span className="sr-tag">{say(item.urgency)}</span>
            <div>
              <Link className="sr-what" href={addressOf(item.at)} prefetch={false}>
                {say(item.says, values)}
              </Link>
              <p>{say(`${item.says}Detail`, values)}</p>
            </div>
          </li>
        )
      })}
    </ul>
  )
}

const valuesOf = ({ by, count, day, moment, name, text }: Item, language: Language) => ({
  by: by ?? language.say('someone'),
  name: name ?? language.say('page'),
  text,
  ...(count !== undefined && { count }),
  ...(day && { day: language.day(day) }),
  ...(moment && { moment: language.moment(moment) }),
})

/** To those who publish alone only as long as nobody else is an approver. */
export function Alone({
  facts: { viewer },
  language: { addressOf, say },
  settings,
  users,
}: {
  facts: Facts
  language: Language
  settings: Settings
  users: string
}) {
  if (settings.approval.secondPerson !== 'whenThereIsOne') return null
  if (!viewer.isAlone || !viewer.mayPublish) return null
  return (
    <section aria-labelledby="sr-alone" className="sr-card sr-notice">
      <h2 id="sr-alone">{say('alone')}</h2>
      <p>{say('aloneBecause')}</p>
      {viewer.mayManage && (
        <p>
          <Link href={addressOf(users)} prefetch={false}>
            {say('giveRole')}
          </Link>
        </p>
      )}
    </section>
  )
}
