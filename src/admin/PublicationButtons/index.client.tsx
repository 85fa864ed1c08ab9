'use client'

import { PublishButton, UnpublishButton } from '@payloadcms/ui'

import { usePanelFacts } from '../PublicationPanel/store.ts'

/** Payload’s button to publish, once the panel tells that it would do so; the panel says why it is not there. */
export function ButtonToPublish() {
  return usePanelFacts()?.publishing.isAllowed ? <PublishButton /> : null
}

/** Payload’s button to unpublish, once the panel tells that it would do so. */
export function ButtonToUnpublish() {
  return usePanelFacts()?.unpublishing?.isAllowed ? <UnpublishButton /> : null
}
