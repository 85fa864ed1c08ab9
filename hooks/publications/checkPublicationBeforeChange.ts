import type { CollectionBeforeChangeHook } from 'payload'

import { invalid, say } from '../errors.ts'
import { changeOf, willBePublic } from '../operations/changeInProgress.ts'
import { publicationContent } from '../rules/publicationContent.ts'
import { publicationDateViolations } from '../rules/publicationDates.ts'
import type { PublicationKey, PublishingSettings } from '../settings.ts'

/** Refuses to publish what is not complete, and notes what an editor should look at. */
export const checkPublicationBeforeChange =
  (key: PublicationKey, settings: PublishingSettings): CollectionBeforeChangeHook =>
  ({ collection: { slug }, context, data, originalDoc, req }) => {
    const content = publicationContent[key]
    if (willBePublic(changeOf(context, slug, originalDoc?.id), data)) {
      const violations = [
        ...content.violations(data, settings),
        ...publicationDateViolations(data, { now: new Date(), timeZone: settings.timeZone }),
      ]
      if (violations.length) throw invalid(req, slug, violations, originalDoc?.id)
    }
    data.warnings = content
      .warnings(data, settings)
      .map(({ path, code, values }) => ({ path, code, message: say(req, code, values) }))
    return data
  }
