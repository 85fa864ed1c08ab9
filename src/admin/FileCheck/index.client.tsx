'use client'

import { useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'

import { Files } from './Files.client.tsx'
import { type CheckedFile, progressInterval } from './told.ts'

interface Props {
  /** The slug of the checks. */
  collection: string
  initially: CheckedFile
  label: string
}

export function FileCheckPanel({ collection, initially, label }: Props) {
  const [file, setFile] = useState(initially)
  const { config } = useConfig()
  const { collectionSlug, id } = useDocumentInfo()
  const address = `${config.serverURL}${config.routes.api}/${collectionSlug}/${id}/check`

  const ask = useCallback(async () => {
    const response = await fetch(address, { credentials: 'include' })
    if (response.ok) setFile((await response.json()) as CheckedFile)
  }, [address])

  useEffect(() => {
    if (file.isChecked) return
    const timer = setInterval(() => void ask().catch(() => {}), progressInterval)
    return () => clearInterval(timer)
  }, [ask, file.isChecked])

  return (
    <section aria-label={label} className="field-type sr-panel">
      <Files collection={collection} files={[file]} onDone={ask} />
    </section>
  )
}
