'use client'

import { useCallback, useEffect, useState } from 'react'

import { type Answers, type Guide, noAnswers } from './answers.ts'
import type { Made } from './api.ts'

/** What is kept while somebody goes through the steps: words and ids, never a file's contents. */
export interface Stored {
  /** Drawn by chance: by it the server knows again what it made. */
  attempt: string
  answers: Answers
  review?: Made
  leaflet?: Made
}

const begin = (guide: Guide): Stored => ({
  // `randomUUID` is there on secure pages only.
  attempt: Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join(''),
  answers: noAnswers(guide),
})

const placeOf = ({ account }: Guide) => `safeguarding-reviews:guided-start:${account}`

function read(guide: Guide): Stored | undefined {
  try {
    const text = sessionStorage.getItem(placeOf(guide))
    const stored = text ? (JSON.parse(text) as Stored) : undefined
    return stored && { ...stored, answers: { ...noAnswers(guide), ...stored.answers } }
  } catch {
    // A browser that keeps nothing: the answers last as long as the page.
    return undefined
  }
}

function write(guide: Guide, stored: Stored): void {
  try {
    sessionStorage.setItem(placeOf(guide), JSON.stringify(stored))
  } catch {
    // As above.
  }
}

type Change = (change: (before: Stored) => Stored) => void

/**
 * The answers, kept in the browser's tab for this person. Only a browser has them: the server cannot draw them.
 *
 * @param isReturning somebody comes back to a step; otherwise what is finished already is left behind
 */
export function useStored(guide: Guide, isReturning: boolean): [Stored, Change, () => void] {
  const [stored, setStored] = useState(() => {
    const before = read(guide)
    return before && (isReturning || !before.review) ? before : begin(guide)
  })
  useEffect(() => write(guide, stored), [guide, stored])
  const change = useCallback<Change>((change) => setStored(change), [])
  const forget = useCallback(() => setStored(begin(guide)), [guide])
  return [stored, change, forget]
}
