import type { CollectionSlug, UIFieldServerProps } from 'payload'

import type { PublishingSettings } from '../../../hooks/settings.ts'
import { Styled } from '../Styled.tsx'
import { readPanelFacts } from './facts.ts'
import { Panel } from './index.client.tsx'

/** Beside each publication: what the public sees of it, what stands in the way, and what can be done now. */
export async function PublicationPanel({ collectionSlug, field, id, req }: UIFieldServerProps) {
  // Payload saves a first draft at once; until then there is nothing to tell.
  if (id === undefined) return null
  const settings: PublishingSettings = req.payload.config.custom!.safeguardingReviews
  return (
    <>
      <Styled />
      <Panel
        approvals={settings.slugs.approvals}
        fileChecks={settings.slugs.fileChecks}
        initially={await readPanelFacts(req, settings, collectionSlug as CollectionSlug, id)}
        label={String(field.label)}
        timeZone={settings.timeZone}
      />
    </>
  )
}
