'use client'

import { PublishButton, UnpublishButton } from '@payloadcms/ui'

import { usePanelFacts } from '../PublicationPanel/store.ts'

/** Payload’s button to publish, where it would do so; the panel says why it is not there. */
export function ButtonToPublish() {
  const facts = usePanelFacts()
  return !facts || facts.publishing.isAllowed ? <PublishButton /> : null
}

/** Payload’s button to unpublish, where it would do so. */
export function ButtonToUnpublish() {
  const facts = usePanelFacts()
  return !facts || facts.unpublishing?.isAllowed ? <UnpublishButton /> : null
}
