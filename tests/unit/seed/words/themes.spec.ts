import { describe, expect, it } from 'vitest'

import { vocabularyAgencies } from '../../../../seed/vocabulary/agencies.ts'
import { vocabularyThemes } from '../../../../seed/vocabulary/themes.ts'
import { sameName } from '../../../../seed/words/names.ts'
import { findThemes } from '../../../../seed/words/themes.ts'

const themesOf = (text: string): string[] => findThemes(text, vocabularyThemes)

describe('themes in a text', () => {
  it.each([
    ['a case of adolescent neglect', ['adolescent neglect']],
    ['adolescent neglect, and neglect of her brother', ['adolescent neglect', 'neglect']],
    ['Non–accidental injuries of babies under one', ['non-accidental injury', 'babies under one']],
    ['the child’s voice', ['voice of the child']],
    ["the child's voice", ['voice of the child']],
    ['groomed through COUNTY LINES', ['criminal exploitation']],
    ['self harm', ['suicide and self-harm']],
    ['parental mental health', ['parental mental health']],
  ])('finds in “%s” %j', (text, themes) => expect(themesOf(text)).toEqual(themes))

  it.each(['negligible', 'a policed area', 'unhealthy', 'the NAIve view', ''])(
    'finds none in “%s”, because it matches whole words',
    (text) => expect(themesOf(text)).toEqual([]),
  )
})

describe('the vocabulary', () => {
  it('files themes under all five facets, each with synonyms', () => {
    expect(new Set(vocabularyThemes.map(({ facet }) => facet)).size).toBe(5)
    expect(vocabularyThemes.filter(({ synonyms }) => !synonyms.length)).toEqual([])
  })

  it('says no word under two themes', () => {
    const words = vocabularyThemes
      .flatMap(({ name, synonyms }) => [name, ...synonyms])
      .map(sameName)
    expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([])
  })

  it('names the three statutory partners first', () => {
    expect(vocabularyAgencies.slice(0, 3)).toEqual([
      'Local authority',
      'Integrated care board',
      'Police',
    ])
  })
})
