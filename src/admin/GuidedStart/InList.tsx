import type { BeforeListTableServerProps } from 'payload'

import { guidedStartPath } from '../../../hooks/rules/guidedStart.ts'
import type { PublishingSettings } from '../../../hooks/settings.ts'
import { wordsOf } from '../words/index.ts'
import { LinkInList } from './InList.client.tsx'

/** Above the list of reviews: where the guided start is, for those who may make drafts. */
export function GuidedStartInList({
  data,
  hasCreatePermission,
  i18n,
  payload,
}: BeforeListTableServerProps) {
  if (!hasCreatePermission) return null
  const { slugs }: PublishingSettings = payload.config.custom!.safeguardingReviews
  const say = wordsOf('guidedStart', i18n.t as never)
  return (
    <LinkInList
      invitation={data?.docs?.length === 0 ? say('firstReview') : undefined}
      label={say('inList')}
      to={`${payload.config.routes.admin}/collections/${slugs.reviews}${guidedStartPath}`}
    />
  )
}
