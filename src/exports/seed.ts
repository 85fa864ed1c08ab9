/**
 * Filling an installation from a partnership's present page, published as `payload-safeguarding-reviews/seed`.
 *
 * @example
 * import { getPayload } from 'payload'
 * import { seed } from 'payload-safeguarding-reviews/seed'
 *
 * const payload = await getPayload({ config })
 * await seed({ payload, source: 'https://safeguarding.example/case-reviews', log: console.log })
 */
export {
  normalise,
  type NormalisedPage,
  type Notice,
  parsePage,
  type ParsedPage,
  readSource,
  seed,
  type SeedContext,
  type SeedDocument,
  SeedError,
  type SeedFrameworkDocument,
  type SeedItem,
  type SeedLeaflet,
  type SeedOptions,
  type SeedPage,
  type SeedResult,
  type SeedReview,
  seedVocabulary,
  type SourcePage,
  vocabularyAgencies,
  type VocabularyTheme,
  vocabularyThemes,
} from '../../seed/index.ts'
