import type { BeforeListTableServerProps } from 'payload'

import type { PublishingSettings } from '../../../hooks/settings.ts'
import { Styled } from '../Styled.tsx'
import { wordsOf } from '../words/index.ts'
import { addressOf, presetsOn, todayIn } from './presets.ts'

/** Above a list of publications: the filters that are asked for most, as links. */
export function PublicationPresets({ collectionSlug, i18n, payload }: BeforeListTableServerProps) {
  const { slugs, timeZone }: PublishingSettings = payload.config.custom!.safeguardingReviews
  const say = wordsOf('list', i18n.t as never)
  const lists = `${payload.config.routes.admin}/collections`
  const presets = presetsOn(todayIn(timeZone))
  const links = [
    ...Object.entries(presets).map(([name, where]) => ({
      href: addressOf(`${lists}/${collectionSlug}`, where),
      label: say(name as keyof typeof presets),
    })),
    {
      href: addressOf(`${lists}/${slugs.approvals}`, { and: [{ state: { equals: 'asked' } }] }),
      label: say('awaitingApproval'),
    },
  ]
  return (
    <nav aria-label={say('presets')} className="sr-presets">
      <Styled />
      {links.map(({ href, label }) => (
        <a href={href} key={href}>
          {label}
        </a>
      ))}
    </nav>
  )
}
