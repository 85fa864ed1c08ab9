/** A theme to recognise: the name it has in the database, and the words that also mean it. */
export interface ThemeTerm {
  name: string
  synonyms: string[]
}

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[‘’`´]/g, "'")
    .replace(/[‐-―−]/g, '-')

/** A word or phrase as a pattern: whole words, hyphen and space alike. */
const phrasePattern = (phrase: string): RegExp => {
  const words = plain(phrase)
    .split(/[\s-]+/)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`(?<![\\p{L}\\p{N}])${words.join('[\\s-]+')}(?![\\p{L}\\p{N}])`, 'gu')
}

/**
 * The themes that a text names, by name or synonym, in the order in which it names them. The longest phrase
 * claims its words: "adolescent neglect" is not "neglect" as well.
 */
export function findThemes(text: string, terms: ThemeTerm[]): string[] {
  const phrases = terms
    .flatMap(({ name, synonyms }) => [name, ...synonyms].map((phrase) => ({ name, phrase })))
    .filter(({ phrase }) => phrase.trim())
    .sort((a, b) => b.phrase.length - a.phrase.length)
  const found = new Map<string, number>()
  let rest = plain(text)
  for (const { name, phrase } of phrases) {
    rest = rest.replace(phrasePattern(phrase), (words, ...more) => {
      const place = more.find((part) => typeof part === 'number') as number
      found.set(name, Math.min(place, found.get(name) ?? Infinity))
      return '\0'.repeat(words.length)
    })
  }
  return [...found].sort(([, a], [, b]) => a - b).map(([name]) => name)
}
