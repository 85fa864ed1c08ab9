/** Words as long as this may have one slip of the pen in them and still be meant. */
const shortestMisspelt = 6

/** Endings that make an English word of a name: `Parker` is not meant by `Parked`. */
const ordinaryEnding = /(?:ed|ing|ly|ers|est|ment|tion)$/

/** True for a word with one letter too many, too few, another or two of them swapped. */
export function isMisspelt(word: string, name: string): boolean {
  if (name.length < shortestMisspelt || Math.abs(word.length - name.length) > 1) return false
  if (/\d/.test(word) || word[0] !== name[0]) return false
  if (ordinaryEnding.test(word) && !ordinaryEnding.test(name)) return false
  return word !== name && isOneEditAway(word, name)
}

function isOneEditAway(a: string, b: string): boolean {
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let ends = 0
  const shorter = Math.min(a.length, b.length)
  while (ends < shorter - start && a.at(-1 - ends) === b.at(-1 - ends)) ends++
  const [restOfA, restOfB] = [a, b].map((word) => word.slice(start, word.length - ends))
  if (restOfA!.length <= 1 && restOfB!.length <= 1) return true
  return restOfA!.length === 2 && restOfA === [...restOfB!].toReversed().join('')
}
