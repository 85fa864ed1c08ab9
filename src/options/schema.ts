import type { CollectionConfig, Field } from 'payload'
import { z } from 'zod'

import type { ContentAccess, ContentOverrides } from '../../collections/settings.ts'
import type { ReviewDetail, ReviewType } from '../../hooks/settings.ts'
import { defaultReviewTypes } from './reviewTypes.ts'

const reviewDetails = [
  'actionPlan',
  'ageBand',
  'agencies',
  'learning',
  'recommendations',
  'reviewer',
  'summary',
  'themes',
  'underlyingReasons',
] as const satisfies ReviewDetail[]

const months = z.int('a whole number of months').min(0, 'at least 0').max(1200, 'at most 1200')

const isTimeZone = (name: string) => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}

const webAddress = 'an address beginning with https://'

const reviewType = z.strictObject({
  value: z.string().regex(/^[A-Za-z_]\w*$/, 'letters, digits and _, not beginning with a digit'),
  label: z.string().min(1, 'a label that people read'),
  statutory: z.boolean().default(false),
  requires: z.array(z.enum(reviewDetails)).default([]),
  warns: z
    .strictObject({
      missing: z.array(z.enum(reviewDetails)).default([]),
      publishedAfter: z.iso.date('a date as YYYY-MM-DD').optional(),
    })
    .default({ missing: [] }),
})

const reviewTypes = z
  .array(reviewType)
  .min(1, 'at least one review type')
  .refine(
    (types) => new Set(types.map(({ value }) => value)).size === types.length,
    'review types with different values',
  )

type ReviewTypeInput = z.input<typeof reviewType>

const functionOf = <Given, Result>() =>
  z.custom<(given: Given) => Result>((value) => typeof value === 'function', 'a function')

const overrides = z
  .strictObject({
    slug: z
      .string()
      .regex(/^[a-z][a-z0-9-]*$/, 'lower-case letters, digits and hyphens')
      .optional(),
    labels: z.custom<CollectionConfig['labels']>().optional(),
    adminGroup: z.union([z.string(), z.literal(false)], 'a heading, or false for none').optional(),
    access: functionOf<{ defaultAccess: ContentAccess }, ContentAccess>().optional(),
    fields: functionOf<{ defaultFields: Field[] }, Field[]>().optional(),
  })
  .optional() satisfies z.ZodType<ContentOverrides | undefined>

/** Every option, its default and what is allowed. */
export const optionsSchema = z.strictObject({
  /**
   * False keeps the tables, so that no migration drops data, but takes hooks and admin parts away. The
   * promise is then not kept by anything. Default: true.
   */
  enabled: z.boolean().default(true),

  /** Who publishes: the partnership's name and the address of its site. */
  publisher: z
    .strictObject({
      name: z.string().min(1, 'the name of the partnership').default('This partnership'),
      /** Where readers find the partnership, for example `https://safeguarding.example`. */
      url: z
        .string(webAddress)
        .refine((url) => !url || /^https?:\/\/[^\s/]/.test(url), webAddress)
        .default(''),
    })
    .prefault({}),

  reviewTypes: z.preprocess(
    (given) =>
      typeof given === 'function' ? given(defaultReviewTypes) : (given ?? defaultReviewTypes),
    reviewTypes,
  ),

  /**
   * Calendar months for which a publication stays public, by collection. What a statutory review type
   * publishes is protected for 12 months at least, whatever is set here: statutory guidance asks for it.
   */
  protection: z
    .strictObject({
      /** Default: 12. */
      reviews: months.default(12),
      /** Default: 12. */
      leaflets: months.default(12),
      /** Default: 0, not protected. */
      frameworkDocuments: months.default(0),
    })
    .prefault({}),

  /** IANA time zone in which a day begins and ends. Default: `Europe/London`. */
  timeZone: z
    .string()
    .refine(isTimeZone, 'an IANA time zone such as Europe/London')
    .default('Europe/London'),

  /** What the host changes in a collection or the global, given the defaults as the functions' argument. */
  collections: z
    .strictObject({
      reviews: overrides,
      leaflets: overrides,
      themes: overrides,
      frameworkDocuments: overrides,
      files: overrides,
      agencies: overrides,
      caseReviewsPage: overrides,
    })
    .prefault({}),

  files: z
    .strictObject({
      /** Folder for uploads when no storage adapter is used; relative to the working directory. Default: `files`. */
      directory: z.string().min(1, 'a folder').default('files'),
      /** Largest file that is accepted, in megabytes. Default: 50. */
      maxMegabytes: z.number().positive('more than 0').default(50),
    })
    .prefault({}),

  graphQL: z
    .strictObject({
      /** How deep a query may nest. Default: 12. */
      maxDepth: z.int().min(3, 'at least 3').default(12),
      /** Greatest complexity that Payload allows a query, unless the host's config sets it. Default: 1000. */
      maxComplexity: z.int().min(10, 'at least 10').default(1000),
      /**
       * Who may ask for the schema: `editors` (default) or `everyone`. It names internal fields, users and
       * jobs; frontends work with the published `schema.graphql`. In production Payload itself answers
       * nobody unless the host sets `graphQL.disableIntrospectionInProduction: false`.
       */
      introspection: z.enum(['editors', 'everyone']).default('editors'),
    })
    .prefault({}),
})

/** The options of `safeguardingReviews`. Everything has a default that a partnership could run with. */
export type SafeguardingReviewsOptions = Omit<z.input<typeof optionsSchema>, 'reviewTypes'> & {
  /**
   * The review types, as data: a list that takes the place of the four built-in ones, or a function of them
   * that adds or relabels.
   *
   * @example reviewTypes: (types) => [...types, { value: 'SAR', label: 'Safeguarding Adult Review', statutory: true }]
   */
  reviewTypes?: ReviewTypeInput[] | ((defaults: ReviewType[]) => ReviewTypeInput[])
}
