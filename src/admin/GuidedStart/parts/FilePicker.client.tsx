'use client'

import { Button, Dropzone } from '@payloadcms/ui'
import { useEffect, useRef, useState } from 'react'

import type { Guide, StoredFile } from '../answers.ts'
import { fileNameOf } from '../proposals.ts'
import { whyOf } from '../sentences.ts'
import { upload } from '../upload.ts'
import type { Say } from '../words.ts'
import { FaultAt } from './Question.client.tsx'

interface Props {
  /** Where files are uploaded to. */
  address: string
  fault: string | undefined
  field: 'leafletFile' | 'report'
  guide: Guide
  onBusy: (isBusy: boolean) => void
  onFile: (file: StoredFile) => void
  say: Say
  stored: StoredFile | undefined
  /** The title that it gets, and by which it is called for readers. */
  title: string
}

const megabyte = 1024 * 1024

/** A file that is chosen or dropped, and uploaded at once, so that it is there should the page be left. */
export function FilePicker({
  address,
  fault,
  field,
  guide,
  onBusy,
  onFile,
  say,
  stored,
  title,
}: Props) {
  const [underway, setUnderway] = useState<{ name: string; percent: number }>()
  const [refusal, setRefusal] = useState<string>()
  const [isReplaced, setIsReplaced] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const cancelling = useRef<AbortController>(undefined)
  const limit = guide.maxMegabytes

  useEffect(() => () => cancelling.current?.abort(), [])

  const take = async (file: File | undefined) => {
    if (!file || underway) return
    setRefusal(undefined)
    const size = Math.ceil(file.size / megabyte)
    if (file.size > limit * megabyte) return setRefusal(say('fileTooLarge', { size, limit }))
    const { signal } = (cancelling.current = new AbortController())
    const onProgress = (percent: number) => setUnderway({ name: file.name, percent })
    onProgress(0)
    onBusy(true)
    try {
      onFile(
        await upload({ address, file, name: fileNameOf(title, file), onProgress, signal, title }),
      )
      setIsReplaced(Boolean(stored))
    } catch (error) {
      if (!signal.aborted)
        setRefusal(say('fileNotTaken', { name: file.name, why: whyOf(error, say) }))
    } finally {
      setUnderway(undefined)
      onBusy(false)
    }
  }

  const wrong = refusal ?? fault
  return (
    <fieldset
      aria-describedby={[wrong && `fault-${field}`, `hint-${field}`].filter(Boolean).join(' ')}
      className="sr-choice"
    >
      <legend className="field-label">{say('file')}</legend>
      <p className="field-description" id={`hint-${field}`}>
        {say('fileHint', { megabytes: limit })}
      </p>
      <div role="alert">
        <FaultAt fault={wrong} field={field} />
      </div>
      <Dropzone
        className="sr-drop"
        disabled={Boolean(underway)}
        onChange={(files) => void take(files[0])}
      >
        <Button
          buttonStyle="secondary"
          extraButtonProps={{ 'aria-describedby': `hint-${field}`, name: field }}
          margin={false}
          onClick={() => input.current?.click()}
          ref={button}
          size="medium"
        >
          {say(stored ? 'chooseAnother' : 'choose')}
        </Button>
        <span aria-hidden>{say('drop')}</span>
        <input
          accept={guide.acceptedTypes.join(',')}
          aria-hidden
          data-field={field}
          hidden
          onChange={({ target }) => {
            void take(target.files?.[0])
            // So that the same one can be chosen again.
            target.value = ''
          }}
          ref={input}
          tabIndex={-1}
          type="file"
        />
      </Dropzone>
      <div className="sr-upload" role="status">
        {underway && <p>{say('uploading', { name: underway.name })}</p>}
        {!underway && stored && (
          <p>
            <span aria-hidden>✓</span> {say('uploaded', { name: stored.downloadName })}{' '}
            {isReplaced && say('replaced')}
          </p>
        )}
      </div>
      {underway && (
        <div className="sr-upload">
          <progress
            aria-label={say('uploading', { name: underway.name })}
            max={100}
            value={underway.percent}
          />
          <span>{say('uploadingPercent', { percent: underway.percent })}</span>
          <Button
            buttonStyle="secondary"
            margin={false}
            onClick={() => {
              cancelling.current?.abort()
              // This button goes, and the focus would go with it.
              button.current?.focus()
            }}
            size="small"
          >
            {say('cancelUpload')}
          </Button>
        </div>
      )}
    </fieldset>
  )
}
