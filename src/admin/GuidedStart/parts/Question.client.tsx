'use client'

import { TextareaInput, TextInput } from '@payloadcms/ui'
import { type ReactNode, useEffect } from 'react'

import type { Field } from '../questions.ts'

/** What is wrong at a question, in words and with a mark, before its field. */
export const FaultAt = ({ fault, field }: { fault: string | undefined; field: Field }) =>
  fault ? (
    <p className="sr-fault" id={`fault-${field}`}>
      <span aria-hidden>!</span> {fault}
    </p>
  ) : null

export interface LineProps {
  field: Field
  fault?: string | undefined
  hint?: ReactNode
  /** Several lines. */
  isLong?: boolean
  label: string
  onChange: (text: string) => void
  value: string
  width?: string
}

/** A text that is typed, in Payload's own field. */
export function Line({ fault, field, hint, isLong, label, onChange, value, width }: LineProps) {
  useDescriptions(field, { hint: Boolean(hint), fault: Boolean(fault) })
  const props = {
    Description: hint && (
      <div className="field-description">
        <span id={`hint-${field}`}>{hint}</span>
      </div>
    ),
    Error: <FaultAt fault={fault} field={field} />,
    label,
    path: field,
    showError: Boolean(fault),
    style: width ? { width } : {},
    value,
  }
  return isLong ? (
    <TextareaInput {...props} onChange={({ target }) => onChange(target.value)} rows={4} />
  ) : (
    <TextInput
      {...props}
      onChange={({ target }: { target: HTMLInputElement }) => onChange(target.value)}
    />
  )
}

/** Payload's fields do not take these attributes, without which a screen reader is told neither hint nor fault. */
function useDescriptions(field: Field, { fault, hint }: { fault: boolean; hint: boolean }) {
  useEffect(() => {
    const input = document.getElementById(`field-${field}`)
    const ids = [...(fault ? [`fault-${field}`] : []), ...(hint ? [`hint-${field}`] : [])]
    input?.setAttribute('aria-describedby', ids.join(' '))
    input?.setAttribute('aria-invalid', String(fault))
  }, [fault, field, hint])
}

interface ChoiceProps {
  field: Field
  fault: string | undefined
  hint?: string
  legend: string
  onChange: (value: string) => void
  options: { value: string; label: string; hint?: string | undefined }[]
  value: string | undefined
}

/** One of several, each with a sentence about it. */
export function Choice({ fault, field, hint, legend, onChange, options, value }: ChoiceProps) {
  return (
    <fieldset
      aria-describedby={[fault && `fault-${field}`, hint && `hint-${field}`]
        .filter(Boolean)
        .join(' ')}
      className="sr-choice"
    >
      <legend className="field-label">{legend}</legend>
      {hint && (
        <p className="field-description" id={`hint-${field}`}>
          {hint}
        </p>
      )}
      <FaultAt fault={fault} field={field} />
      {options.map((option) => {
        const id = `${field}-${option.value}`
        return (
          <label className="sr-option" htmlFor={id} key={option.value}>
            <input
              aria-describedby={option.hint && `hint-${id}`}
              aria-labelledby={`label-${id}`}
              checked={value === option.value}
              id={id}
              name={field}
              onChange={() => onChange(option.value)}
              type="radio"
              value={option.value}
            />
            <span>
              <span className="sr-what" id={`label-${id}`}>
                {option.label}
              </span>
              {option.hint && <span id={`hint-${id}`}>{option.hint}</span>}
            </span>
          </label>
        )
      })}
    </fieldset>
  )
}
