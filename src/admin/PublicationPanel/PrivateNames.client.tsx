'use client'

import { Button, toast, useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useState } from 'react'

import { Question } from '../Question.client.tsx'
import type { PanelFacts } from './panel.ts'
import type { Say } from './words.ts'

interface Props {
  facts: PanelFacts['privateNames']
  onDone: () => Promise<void>
  say: Say
}

/** How many names are looked for; those who keep the list read and write it here. */
export function PrivateNames({ facts, onDone, say }: Props) {
  const [lines, setLines] = useState<string>()
  const [isUnderway, setUnderway] = useState(false)
  const { config } = useConfig()
  const { collectionSlug, id } = useDocumentInfo()
  if (!facts) return null
  const address = `${config.serverURL}${config.routes.api}/${collectionSlug}/${id}/private-names`

  const ask = async (options: RequestInit = {}): Promise<string | undefined> => {
    setUnderway(true)
    try {
      const response = await fetch(address, { credentials: 'include', ...options })
      const { errors, names } = (await response.json()) as {
        errors?: { message: string }[]
        names?: string
      }
      if (errors?.[0]) toast.error(errors[0].message)
      return names
    } catch {
      toast.error(say('unreachable'))
      return undefined
    } finally {
      setUnderway(false)
    }
  }

  const save = async (names: string) => {
    const saved = await ask({
      body: JSON.stringify({ names }),
      headers: { 'Content-Type': 'application/json' },
      method: 'POST',
    })
    if (saved === undefined) return
    // What is not on the screen cannot be read over a shoulder.
    setLines(undefined)
    toast.success(say('done'))
    await onDone().catch(() => {})
  }

  return (
    <section>
      <h4>{say('privateNames')}</h4>
      <p>{say('privateNamesOn', { count: facts.count })}</p>
      {facts.mayKeep && lines === undefined && (
        <Button
          buttonStyle="secondary"
          disabled={isUnderway}
          margin={false}
          onClick={() => void ask().then(setLines)}
          size="small"
        >
          {say('openNames')}
        </Button>
      )}
      {lines !== undefined && (
        <Question
          cancel={say('cancel')}
          initially={lines}
          isPrivate
          isUnderway={isUnderway}
          label={say('nameToALine')}
          mayBeEmpty
          onCancel={() => setLines(undefined)}
          onSend={(names) => void save(names)}
          send={say('saveNames')}
        />
      )}
    </section>
  )
}
