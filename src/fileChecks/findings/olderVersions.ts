import { plainLetters } from '../privateNames/words.ts'
import { type Finding, finding } from '../types.ts'

/** A file as it was before its last changes, which a PDF may keep inside. */
export interface OlderVersion {
  /** Counted from 1, the oldest first. */
  number: number
  text: string
  /** A hash for each picture. */
  pictures: Set<string>
}

export const placeOfVersion = (number: number): string => `older version ${number}`

const wordsIn = (text: string): Set<string> =>
  new Set(plainLetters(text).match(/[\p{L}\p{N}]{2,}/gu))

/** Older versions with words or pictures that the newest has no more: what was taken out is still in the file. */
export function olderVersionFindings(
  newest: Pick<OlderVersion, 'text' | 'pictures'>,
  versions: OlderVersion[],
): Finding[] {
  const kept = wordsIn(newest.text)
  const countGone = (before: Set<string>, now: Set<string>) =>
    [...before].filter((one) => !now.has(one)).length
  return versions.flatMap(({ number, pictures, text }) => {
    const words = countGone(wordsIn(text), kept)
    const images = countGone(pictures, newest.pictures)
    if (words + images === 0) return []
    return finding('OLDER_VERSION_DIFFERS', {
      place: placeOfVersion(number),
      values: { words, images },
    })
  })
}
