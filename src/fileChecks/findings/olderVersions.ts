import { plainLetters } from '../privateNames/words.ts'
import { type Finding, finding } from '../types.ts'

/** A file as it was before its last changes, which a PDF may keep inside. */
export interface OlderVersion {
  /** Counted from 1, the oldest first. */
  number: number
  text: string
}

export const placeOfVersion = (number: number): string => `older version ${number}`

const wordsIn = (text: string): Set<string> =>
  new Set(plainLetters(text).match(/[\p{L}\p{N}]{2,}/gu))

/** Older versions with words that the newest has no more: what was taken out is still in the file. */
export const olderVersionFindings = (newest: string, versions: OlderVersion[]): Finding[] => {
  const kept = wordsIn(newest)
  return versions.flatMap(({ number, text }) => {
    const gone = [...wordsIn(text)].filter((word) => !kept.has(word)).length
    if (gone === 0) return []
    return finding('OLDER_VERSION_DIFFERS', {
      place: placeOfVersion(number),
      values: { words: gone },
    })
  })
}
