/** How pages name a type of review. Singular only: a heading over many reviews names none of them. */
export interface ReviewTypeWords {
  value: string
  label: string
  pattern: RegExp
}

/** Longest phrase first, because "serious case review" and "local case review" both end in "case review". */
export const reviewTypeWords: ReviewTypeWords[] = [
  {
    value: 'LCSPR',
    label: 'Local Child Safeguarding Practice Review',
    pattern: /\b(?:local )?(?:child )?safeguarding practice review\b|\bL?CSPR\b/gi,
  },
  { value: 'SCR', label: 'Serious case review', pattern: /\bserious case review\b|\bSCR\b/gi },
  {
    value: 'thematic',
    label: 'Thematic review',
    pattern: /\bthematic (?:case |learning |practice )?review\b/gi,
  },
  {
    value: 'local',
    label: 'Local case review',
    pattern:
      /\b(?:local|non[- ]statutory|discretionary|multi[- ]agency|partnership) (?:case |learning |practice )*review\b|\bcase review\b|\blearning review\b/gi,
  },
]

/** A type that a text names, and where. */
export interface StatedType {
  value: string
  label: string
  words: string
  start: number
  end: number
}

/** Every review type that a text names, in the order of the text. */
export function findReviewTypes(
  text: string,
  types: ReviewTypeWords[] = reviewTypeWords,
): StatedType[] {
  const found: StatedType[] = []
  let rest = text
  for (const { value, label, pattern } of types) {
    rest = rest.replace(pattern, (words, ...more) => {
      const start = more.find((part) => typeof part === 'number') as number
      found.push({ value, label, words, start, end: start + words.length })
      return '\0'.repeat(words.length)
    })
  }
  return found.sort((a, b) => a.start - b.start)
}
