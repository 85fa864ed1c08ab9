'use client'

import { Button, toast, useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useState } from 'react'

import type { WithdrawalAct } from '../../../hooks/rules/withdrawals.ts'

const labels: Record<WithdrawalAct, string> = {
  approve: 'Approve and withdraw',
  decline: 'Decline',
  reinstate: 'Make public again',
}

const done: Record<WithdrawalAct, string> = {
  approve: 'Approved.',
  decline: 'Declined.',
  reinstate: 'Public again.',
}

export function WithdrawalButtons({ acts, note }: { acts: WithdrawalAct[]; note?: string }) {
  const [underway, setUnderway] = useState(false)
  const { config } = useConfig()
  const { collectionSlug, id } = useDocumentInfo()
  const router = useRouter()

  const perform = async (act: WithdrawalAct) => {
    setUnderway(true)
    try {
      const address = `${config.serverURL}${config.routes.api}/${collectionSlug}/${id}/${act}`
      const response = await fetch(address, { credentials: 'include', method: 'POST' })
      const { errors } = (await response.json()) as { errors?: { message: string }[] }
      if (errors?.[0]) toast.error(errors[0].message)
      else {
        toast.success(done[act])
        router.refresh()
      }
    } catch {
      toast.error('The server could not be reached. Nothing was changed; please try again.')
    } finally {
      setUnderway(false)
    }
  }

  if (acts.length === 0 && !note) return null
  return (
    <div className="field-type">
      {note && <p>{note}</p>}
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 'calc(var(--base) / 2)' }}>
        {acts.map((act) => (
          <Button
            buttonStyle={act === 'decline' ? 'secondary' : 'primary'}
            disabled={underway}
            key={act}
            onClick={() => void perform(act)}
          >
            {labels[act]}
          </Button>
        ))}
      </div>
    </div>
  )
}
