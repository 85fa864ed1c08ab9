'use client'

import { Button, toast, useConfig, useTranslation } from '@payloadcms/ui'
import { useState } from 'react'

import { Question } from '../Question.client.tsx'
import { wordsOf } from '../words/index.ts'
import type { CheckedFile, ToldFinding } from './told.ts'

type Say = ReturnType<typeof wordsOf<'files'>>

interface Props {
  /** The slug of the checks. */
  collection: string
  files: CheckedFile[]
  onDone: () => Promise<void>
}

/** What was found in files, page by page, and what may be done about it. */
export function Files({ collection, files, onDone }: Props) {
  const { config } = useConfig()
  const { t } = useTranslation()
  const say = wordsOf('files', t as never)
  const api = `${config.serverURL}${config.routes.api}/${collection}`
  return files.map(({ check, findings, isChecked, progress, title }) => (
    <section className="sr-file" key={check}>
      <h4>{say('file', { title })}</h4>
      {!isChecked && <Progress progress={progress} say={say} />}
      {isChecked && findings.length === 0 && <p>{say('nothingFound')}</p>}
      <ul className="sr-findings">
        {findings.map((finding) => (
          <Finding
            address={`${api}/${check}`}
            finding={finding}
            key={finding.code}
            onDone={onDone}
            say={say}
          />
        ))}
      </ul>
    </section>
  ))
}

function Progress({ progress, say }: Pick<CheckedFile, 'progress'> & { say: Say }) {
  const text = progress ? say('checkingPage', progress) : say('checking')
  return (
    <>
      <p role="status">{text}</p>
      <progress aria-label={text} max={progress?.total} value={progress?.done} />
    </>
  )
}

interface FindingProps {
  /** Of the check. */
  address: string
  finding: ToldFinding
  onDone: () => Promise<void>
  say: Say
}

function Finding({ address, finding, onDone, say }: FindingProps) {
  const { code, message, pages, passed, places, severity } = finding
  const isError = severity === 'error'
  return (
    <li className={isError ? 'sr-error' : passed ? 'sr-passed' : undefined}>
      <p>
        <strong>{say(isError ? 'mend' : 'look')}:</strong> {message}
        {places.length > 0 && ` (${places.join(', ')})`}
      </p>
      {pages.map((page) => (
        <Page address={`${address}/pages/${page}`} key={page} page={page} say={say} />
      ))}
      {passed && <p>{say('passed', passed)}</p>}
      {!isError && !passed && (
        <LetPass address={`${address}/accept`} code={code} onDone={onDone} say={say} />
      )}
    </li>
  )
}

/** Drawn only when somebody wants to see it. */
function Page({ address, page, say }: { address: string; page: number; say: Say }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{say('showPage', { page })}</summary>
      {isOpen && <img alt={say('pageWithMarks', { page })} src={address} />}
    </details>
  )
}

function LetPass({
  address,
  code,
  onDone,
  say,
}: Pick<FindingProps, 'address' | 'onDone' | 'say'> & { code: string }) {
  const [isAsking, setAsking] = useState(false)
  const [isUnderway, setUnderway] = useState(false)

  const send = async (reason: string) => {
    setUnderway(true)
    try {
      const response = await fetch(address, {
        body: JSON.stringify({ code, reason }),
        credentials: 'include',
        headers: { 'Content-Type': 'application/json' },
        method: 'POST',
      })
      const { errors } = (await response.json()) as { errors?: { message: string }[] }
      if (errors?.[0]) toast.error(errors[0].message)
      else setAsking(false)
    } catch {
      toast.error(say('unreachable'))
    } finally {
      setUnderway(false)
      await onDone().catch(() => {})
    }
  }

  if (!isAsking)
    return (
      <Button buttonStyle="secondary" margin={false} onClick={() => setAsking(true)} size="small">
        {say('letPass')}
      </Button>
    )
  return (
    <Question
      cancel={say('cancel')}
      isUnderway={isUnderway}
      label={say('whyPass')}
      onCancel={() => setAsking(false)}
      onSend={(reason) => void send(reason)}
      send={say('letPass')}
    />
  )
}
