'use client'

import { Button, toast, useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useEffect, useId, useRef, useState } from 'react'

import type { Say } from './words.ts'

/** The draft as readers would see it: here, in two widths, or for somebody else by a link. */
export function Preview({ say, timeZone }: { say: Say; timeZone: string }) {
  const [shown, setShown] = useState<string>()
  const [link, setLink] = useState<CopiedLink>()
  const [isUnderway, setUnderway] = useState(false)
  const make = useMakeLink(say)

  const act = async (then: (made: MadeLink) => Promise<void> | void) => {
    setUnderway(true)
    const made = await make()
    if (made) await then(made)
    setUnderway(false)
  }
  const copy = async (made: MadeLink) => {
    // A browser may forbid it; the link is there to be copied by hand all the same.
    const isCopied = await navigator.clipboard
      ?.writeText(made.url)
      .then(() => true)
      .catch(() => false)
    setLink({ ...made, isCopied: Boolean(isCopied) })
  }

  return (
    <section>
      <div className="sr-acts">
        <Button
          buttonStyle="secondary"
          disabled={isUnderway}
          margin={false}
          onClick={() => void act(({ url }) => setShown(url))}
          size="medium"
        >
          {say('preview')}
        </Button>
        <Button
          buttonStyle="secondary"
          disabled={isUnderway}
          margin={false}
          onClick={() => void act(copy)}
          size="medium"
        >
          {say('copyLink')}
        </Button>
      </div>
      {link && <Link link={link} say={say} timeZone={timeZone} />}
      {shown && <Shown onClose={() => setShown(undefined)} say={say} url={shown} />}
    </section>
  )
}

interface MadeLink {
  url: string
  expiresAt: string
}

interface CopiedLink extends MadeLink {
  isCopied: boolean
}

/** Asks for a link to what is saved now; undefined where that was refused, and said so. */
function useMakeLink(say: Say): () => Promise<MadeLink | undefined> {
  const { config } = useConfig()
  const { collectionSlug, id } = useDocumentInfo()
  const address = `${config.serverURL}${config.routes.api}/${collectionSlug}/${id}/preview-link`
  return async () => {
    try {
      const response = await fetch(address, { credentials: 'include', method: 'POST' })
      const { errors, expiresAt, url } = (await response.json()) as MadeLink & {
        errors?: { message: string }[]
      }
      if (!errors?.[0]) return { expiresAt, url: new URL(url, window.location.href).href }
      toast.error(errors[0].message)
    } catch {
      toast.error(say('unreachable'))
    }
    return undefined
  }
}

interface LinkProps {
  link: CopiedLink
  say: Say
  timeZone: string
}

/** The link, and until when it holds. */
function Link({ link: { expiresAt, isCopied, url }, say, timeZone }: LinkProps) {
  const field = useId()
  const moment = new Intl.DateTimeFormat('en-GB', {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone,
  }).format(new Date(expiresAt))
  return (
    <div className="sr-draft-link">
      <p role="status">
        <strong>{say(isCopied ? 'linkCopied' : 'linkToCopy')}</strong>{' '}
        {say('linkHolds', { moment })}
      </p>
      <label htmlFor={field}>{say('link')}</label>
      <textarea
        id={field}
        onFocus={({ currentTarget }) => currentTarget.select()}
        readOnly
        rows={3}
        value={url}
      />
    </div>
  )
}

interface ShownProps {
  onClose: () => void
  say: Say
  url: string
}

/** The frontend's page over the whole window, as wide as that or as a phone. */
function Shown({ onClose, say, url }: ShownProps) {
  const [isPhone, setPhone] = useState(false)
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal()
  }, [])
  const width = (forPhone: boolean, label: string) => (
    <Button
      buttonStyle={isPhone === forPhone ? 'primary' : 'secondary'}
      extraButtonProps={{ 'aria-pressed': isPhone === forPhone }}
      margin={false}
      onClick={() => setPhone(forPhone)}
      size="small"
    >
      {label}
    </Button>
  )
  return (
    <dialog aria-label={say('previewOf')} className="sr-preview" onClose={onClose} ref={dialog}>
      <div className="sr-acts">
        <h4>{say('previewOf')}</h4>
        {width(false, say('asOnComputer'))}
        {width(true, say('asOnPhone'))}
        <Button buttonStyle="secondary" el="anchor" margin={false} newTab size="small" url={url}>
          {say('inTab')}
        </Button>
        <Button
          buttonStyle="secondary"
          margin={false}
          onClick={() => dialog.current?.close()}
          size="small"
        >
          {say('close')}
        </Button>
      </div>
      {/* oxlint-disable-next-line react/iframe-missing-sandbox -- the host's own page, which needs its scripts */}
      <iframe
        className={isPhone ? 'sr-phone' : undefined}
        referrerPolicy="no-referrer"
        src={url}
        title={say('previewOf')}
      />
    </dialog>
  )
}
