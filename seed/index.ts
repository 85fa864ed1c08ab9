export { SeedError } from './errors.ts'
export { normalise } from './normalise/index.ts'
export type {
  NormalisedPage,
  SeedContext,
  SeedDocument,
  SeedFrameworkDocument,
  SeedLeaflet,
  SeedPage,
  SeedReview,
} from './normalise/types.ts'
export { parsePage } from './parse/index.ts'
export type { Notice } from './parse/blocks.ts'
export type { ParsedPage } from './parse/sections.ts'
export type { SeedItem } from './plan/items.ts'
export { readSource, type SourcePage } from './read/readSource.ts'
export { seed, type SeedOptions, type SeedResult } from './seed.ts'
export { seedVocabulary } from './vocabulary.ts'
export { type VocabularyTheme, vocabularyThemes } from './vocabulary/themes.ts'
export { vocabularyAgencies } from './vocabulary/agencies.ts'
