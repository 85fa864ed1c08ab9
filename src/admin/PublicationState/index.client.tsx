'use client'

import { useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useEffect, useRef, useState } from 'react'

import type { Publication } from '../../../hooks/rules/publication.ts'
import { stateInWords } from './words.ts'

const columns = [
  '_status',
  'deletedAt',
  'firstPublishedAt',
  'protectedUntil',
  'publishedOn',
  'publishedOnPrecision',
]

/** Asks again after each save, because Payload draws a field's server part only once. */
export function PublicationStateInWords({
  initially,
  label,
  timeZone,
}: {
  initially: string
  label: string
  timeZone: string
}) {
  const [state, setState] = useState(initially)
  const { config } = useConfig()
  const info = useDocumentInfo()
  const { collectionSlug, id, unpublishedVersionCount } = info
  // Saving moves the first, unpublishing the second, reverting to what is published the third.
  const change = `${info.lastUpdateTime} ${info.hasPublishedDoc} ${unpublishedVersionCount}`
  const seen = useRef(change)
  const select = columns.map((column) => `select[${column}]=true`).join('&')
  const address = `${config.serverURL}${config.routes.api}/${collectionSlug}/${id}?depth=0&trash=true&${select}`

  useEffect(() => {
    if (!id || seen.current === change) return
    const asked = new AbortController()
    const ask = async () => {
      const response = await fetch(address, { credentials: 'include', signal: asked.signal })
      if (!response.ok) return
      const row = (await response.json()) as Publication
      const hasNewerDraft = unpublishedVersionCount > 0
      setState(stateInWords({ hasNewerDraft, row }, { now: new Date(), timeZone }))
      seen.current = change
    }
    // The sentence stays as it was when the server cannot be reached; the form says so itself.
    ask().catch(() => {})
    return () => asked.abort()
  }, [address, change, id, timeZone, unpublishedVersionCount])

  return (
    <div className="field-type publication-state">
      <span className="field-label">{label}</span>
      <p role="status" style={{ fontWeight: 600, margin: 0 }}>
        {state}
      </p>
    </div>
  )
}
