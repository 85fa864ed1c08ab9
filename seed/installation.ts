import type { Payload } from 'payload'

import { defaultSlugs } from '../collections/slugs.ts'
import type { ContentKey, PublishingSettings } from '../hooks/settings.ts'

/** What the seed needs to know of the installation: the plugin's options after defaults, as far as they are there. */
export interface Installation {
  collection: (key: Exclude<ContentKey, 'caseReviewsPage'>) => string
  page: string
  statutoryTypes: string[]
  publisherName?: string
}

/** Reads what the plugin left in Payload's config; a host may have renamed every slug. */
export function installationOf({ config }: Payload): Installation {
  const settings: Partial<PublishingSettings> = config.custom?.safeguardingReviews ?? {}
  const slugs = { ...defaultSlugs, ...settings.slugs }
  return {
    collection: (key) => slugs[key],
    page: slugs.caseReviewsPage,
    statutoryTypes: settings.reviewTypes
      ? settings.reviewTypes.filter(({ statutory }) => statutory).map(({ value }) => value)
      : ['SCR', 'LCSPR'],
    ...(settings.publisher && { publisherName: settings.publisher.name }),
  }
}
