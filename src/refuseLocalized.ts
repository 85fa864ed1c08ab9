import type { Payload } from 'payload'

import { stateFields } from '../hooks/rules/publication.ts'
import { publicationContent } from '../hooks/rules/publicationContent.ts'
import { publicationKeys, type PublishingSettings } from '../hooks/settings.ts'

/** At boot: a promise is made for one value of a field, not for one in each language. */
export function refuseLocalized({ collections }: Payload, { slugs }: PublishingSettings): void {
  for (const key of publicationKeys) {
    const { documents, texts } = publicationContent[key].promised
    const promised: readonly string[] = [...stateFields, ...documents, ...texts]
    const slug = slugs[key]
    const field = collections[slug]?.config.flattenedFields.find(
      (field) => 'localized' in field && field.localized && promised.includes(field.name),
    )
    if (field)
      throw new Error(
        `safeguardingReviews: the field "${field.name}" of "${slug}" is localized, and the promise is kept for one value only. Give the other language a field of its own with the option \`collections\`.`,
      )
  }
}
