'use client'

import { useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useCallback, useState } from 'react'

import { Files } from './Files.client.tsx'
import type { CheckedFile } from './told.ts'
import { useProgress } from './useProgress.ts'

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

  useProgress(!file.isChecked, ask)

  return (
    <section aria-label={label} className="field-type sr-panel">
      <Files collection={collection} files={[file]} onDone={ask} />
    </section>
  )
}
