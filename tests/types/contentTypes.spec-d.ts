import type {
  CaseReviewsPage,
  FrameworkDocument,
  Leaflet,
  PublicationProtected,
  PublishedFile,
  ReportAvailability,
  Review,
  ReviewType,
  SafeguardingReviewsOptions,
  Theme,
  WithdrawalNotice,
} from 'payload-safeguarding-reviews/types'
import { describe, expectTypeOf, test } from 'vitest'

import type * as generated from '../../src/payload-types.ts'

describe('the types that Payload generates can be handed to code that asks for ours', () => {
  test('a review', () => {
    expectTypeOf<generated.Review>().toExtend<Review>()
    expectTypeOf<generated.Review['reportAvailability']>().toEqualTypeOf<ReportAvailability>()
  })

  test('a leaflet', () => expectTypeOf<generated.Leaflet>().toExtend<Leaflet>())

  test('a theme', () => expectTypeOf<generated.Theme>().toExtend<Theme>())

  test('a framework document', () =>
    expectTypeOf<generated.FrameworkDocument>().toExtend<FrameworkDocument>())

  test('a file', () => expectTypeOf<generated.File>().toExtend<PublishedFile>())

  test('a withdrawal notice', () =>
    expectTypeOf<generated.Withdrawal>().toExtend<WithdrawalNotice>())

  test('the page', () => expectTypeOf<generated.CaseReviewsPage>().toExtend<CaseReviewsPage>())
})

describe('our types leave nothing out that a reader may see', () => {
  type Internal =
    '_status' | 'createdAt' | 'deletedAt' | 'refersTo' | 'seededFrom' | 'updatedAt' | 'withdrawnAt'

  test('a review', () => {
    expectTypeOf<Exclude<keyof generated.Review, Internal | 'warnings'>>().toEqualTypeOf<
      keyof Review
    >()
  })

  test('a leaflet', () => {
    expectTypeOf<Exclude<keyof generated.Leaflet, Internal | 'warnings'>>().toEqualTypeOf<
      keyof Leaflet
    >()
  })

  test('a framework document', () => {
    expectTypeOf<Exclude<keyof generated.FrameworkDocument, Internal | 'warnings'>>().toEqualTypeOf<
      keyof FrameworkDocument
    >()
  })

  test('a theme', () => {
    expectTypeOf<Exclude<keyof generated.Theme, Internal>>().toEqualTypeOf<keyof Theme>()
  })
})

describe('options', () => {
  test('review types are a list or a function of the built-in ones', () => {
    const options: SafeguardingReviewsOptions = {
      reviewTypes: (types) => [
        ...types,
        { value: 'SAR', label: 'Safeguarding Adult Review', statutory: true },
      ],
    }
    expectTypeOf(options).toExtend<SafeguardingReviewsOptions>()
    expectTypeOf<ReviewType['value']>().toEqualTypeOf<string>()
  })
})

test('a program tells why a protected publication must stay', () => {
  const data = {} as PublicationProtected
  expectTypeOf(data.code).toEqualTypeOf<'PUBLICATION_PROTECTED'>()
  expectTypeOf<'PROTECTED_FROM_DELETION'>().toExtend<typeof data.reason>()
  expectTypeOf<'IN_USE'>().not.toExtend<typeof data.reason>()
})
