'use client'

import { Button, toast, useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useState } from 'react'

import { Question } from '../Question.client.tsx'
import type { PanelFacts } from './panel.ts'
import type { Say } from './words.ts'

type Act = PanelFacts['acts'][number]

/** What is asked for before an act is done, where anything is. */
const asksFor: Partial<Record<Act, 'comment' | 'message' | 'reason'>> = {
  comment: 'comment',
  refuse: 'reason',
  submit: 'message',
}

interface Props {
  approvals: string
  facts: PanelFacts
  onDone: () => Promise<void>
  say: Say
}

/** The acts that are possible now, as buttons; some ask for a sentence first. */
export function Acts({ approvals, facts: { acts, approval }, onDone, say }: Props) {
  const [asking, setAsking] = useState<Act>()
  const [underway, setUnderway] = useState(false)
  const { config } = useConfig()
  const { collectionSlug, id, setHasPublishedDoc, setUnpublishedVersionCount } = useDocumentInfo()
  const router = useRouter()

  const perform = async (act: Act, text = '') => {
    setUnderway(true)
    const path = act === 'submit' ? '' : `/${approval!.id}/${act}`
    const body =
      act === 'submit'
        ? { document: { relationTo: collectionSlug, value: id }, message: text }
        : { text }
    try {
      const response = await fetch(`${config.serverURL}${config.routes.api}/${approvals}${path}`, {
        body: JSON.stringify(body),
        credentials: 'include',
        headers: { 'Content-Type': 'application/json' },
        method: 'POST',
      })
      const { errors } = (await response.json()) as { errors?: { message: string }[] }
      if (errors?.[0]) {
        toast.error(errors[0].message)
        return
      }
      toast.success(say('done'))
      setAsking(undefined)
      if (act === 'publish') {
        setHasPublishedDoc(true)
        setUnpublishedVersionCount(0)
        router.refresh()
      }
    } catch {
      toast.error(say('unreachable'))
    } finally {
      setUnderway(false)
      await onDone().catch(() => {})
    }
  }

  if (acts.length === 0) return null
  if (asking)
    return (
      <Question
        cancel={say('cancel')}
        isUnderway={underway}
        label={say(asksFor[asking]!)}
        mayBeEmpty={asking === 'submit'}
        onCancel={() => setAsking(undefined)}
        onSend={(text) => void perform(asking, text)}
        send={say(asking === 'submit' || asking === 'refuse' ? asking : 'send')}
      />
    )
  return (
    <div className="sr-acts">
      {acts.map((act) => (
        <Button
          buttonStyle={act === 'publish' || act === 'submit' ? 'primary' : 'secondary'}
          disabled={underway}
          key={act}
          margin={false}
          onClick={() => (asksFor[act] ? setAsking(act) : void perform(act))}
          size="medium"
        >
          {say(labelOf(act, approval?.state))}
        </Button>
      ))}
    </div>
  )
}

const labelOf = (act: Act, state: string | undefined) => {
  if (act === 'publish' && state === 'approved') return 'publishApproved' as const
  return act === 'submit' && state ? ('submitAgain' as const) : act
}
