'use client'

import { useDocumentInfo } from '@payloadcms/ui'
import { useSyncExternalStore } from 'react'

import type { PanelFacts } from './panel.ts'

/** What the panel told last, by its document: the buttons above the form ask for it. */
const told = new Map<string, PanelFacts>()
const listeners = new Set<() => void>()

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export function tell(document: string, facts: PanelFacts): void {
  told.set(document, facts)
  for (const listener of listeners) listener()
}

/** The document that is being edited, for example `reviews:3`. */
export function useDocumentKey(): string {
  const { collectionSlug, id } = useDocumentInfo()
  return `${collectionSlug}:${id ?? 'new'}`
}

/** What the panel tells of the document that is being edited; undefined until it is drawn. */
export function usePanelFacts(): PanelFacts | undefined {
  const document = useDocumentKey()
  return useSyncExternalStore(
    subscribe,
    () => told.get(document),
    () => undefined,
  )
}
