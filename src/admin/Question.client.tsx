'use client'

import { Button } from '@payloadcms/ui'
import { useId, useState } from 'react'

interface Props {
  /** What is asked for. */
  label: string
  /** What the buttons say. */
  send: string
  cancel: string
  initially?: string
  /** An answer without words is one, too. */
  mayBeEmpty?: boolean
  isUnderway: boolean
  /** The answer is not for dictionaries. */
  isPrivate?: boolean
  onCancel: () => void
  onSend: (text: string) => void
}

/** Asks for some words before an act is done; they stay until it is. */
export function Question({
  cancel,
  initially = '',
  isPrivate,
  isUnderway,
  label,
  mayBeEmpty,
  onCancel,
  onSend,
  send,
}: Props) {
  const [text, setText] = useState(initially)
  const field = useId()
  return (
    <div className="sr-question">
      <label htmlFor={field}>{label}</label>
      <textarea
        autoComplete="off"
        autoFocus
        id={field}
        onChange={({ target }) => setText(target.value)}
        rows={4}
        spellCheck={!isPrivate}
        value={text}
      />
      <div className="sr-acts">
        <Button
          disabled={isUnderway || (!mayBeEmpty && text.trim() === '')}
          margin={false}
          onClick={() => onSend(text)}
          size="medium"
        >
          {send}
        </Button>
        <Button buttonStyle="secondary" margin={false} onClick={onCancel} size="medium">
          {cancel}
        </Button>
      </div>
    </div>
  )
}
