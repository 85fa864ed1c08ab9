import slugify from 'slugify'

/** The last part of an address, made from a name: `‘Emily’ & ‘Jack’` → `emily-and-jack`. */
export const slugFrom = (name: string): string =>
  slugify(name.replace(/[/–—]/g, '-'), { lower: true, strict: true, locale: 'en' })

/** For a name from which no address can be made, such as one in another script. */
export const slugWithoutLetters = 'untitled'

/**
 * The slugs to try for a name, in order: the name, the name and the year, then numbered ones.
 *
 * @param year the year of publication, or this year
 */
export function* slugCandidates(base: string, year: string): Generator<string> {
  yield base
  yield `${base}-${year}`
  for (let count = 2; ; count++) yield `${base}-${year}-${count}`
}
