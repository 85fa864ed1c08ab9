'use client'

import { useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useCallback, useEffect, useRef, useState } from 'react'

import { isChecking } from '../FileCheck/told.ts'
import { useProgress } from '../FileCheck/useProgress.ts'
import type { PanelFacts } from './panel.ts'
import { tell, useDocumentKey } from './store.ts'

/** The facts, asked for again after each change of the document; and how to ask for them at once. */
export function useFacts(initially: PanelFacts): [PanelFacts, () => Promise<void>] {
  const [facts, setFacts] = useState(initially)
  const { config } = useConfig()
  const { collectionSlug, hasPublishedDoc, id, lastUpdateTime, unpublishedVersionCount } =
    useDocumentInfo()
  const document = useDocumentKey()
  // Saving moves the first, unpublishing the second, reverting to what is published the third.
  const change = `${lastUpdateTime} ${hasPublishedDoc} ${unpublishedVersionCount}`
  const seen = useRef(change)
  const address = `${config.serverURL}${config.routes.api}/${collectionSlug}/${id}/panel`

  const ask = useCallback(
    async (signal?: AbortSignal) => {
      const response = await fetch(address, { credentials: 'include', signal: signal ?? null })
      if (response.ok) setFacts((await response.json()) as PanelFacts)
    },
    [address],
  )

  useEffect(() => {
    if (!id || seen.current === change) return
    const asked = new AbortController()
    // What was told stays as it was when the server cannot be reached; the form says so itself.
    ask(asked.signal)
      .then(() => void (seen.current = change))
      .catch(() => {})
    return () => asked.abort()
  }, [ask, change, id])

  useProgress(isChecking(facts), ask)

  useEffect(() => tell(document, facts), [document, facts])

  return [facts, ask]
}
