import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'

import type { CollectionConfig, Field, PayloadRequest } from 'payload'
import { z } from 'zod'

import { hasRight } from '../../hooks/operations/people.ts'
import type { ContentAccess, ContentOverrides } from '../../collections/settings.ts'
import type { PreviewedDraft, ReviewDetail, ReviewType } from '../../hooks/settings.ts'
import type { Alarm } from '../availability/tasks.ts'
import type { Mail } from '../mail/compose.ts'
import type { MailTemplateArgs } from '../mail/send.ts'
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

const previewPattern =
  'an address or path with {collection} and {token}, for example /preview/{collection}/{token}, or a function'

const isPreviewPattern = (pattern: string) =>
  /^(\/(?!\/)|https?:\/\/[^\s/])/.test(pattern) &&
  ['{collection}', '{token}'].every((part) => pattern.includes(part))

const isKey = (make: (pem: string) => KeyObject) => (pem: string) => {
  try {
    return make(pem).asymmetricKeyType === 'ed25519'
  } catch {
    return false
  }
}

const reviewType = z.strictObject({
  value: z.string().regex(/^[A-Za-z_]\w*$/, 'letters, digits and _, not beginning with a digit'),
  label: z.string().min(1, 'a label that people read'),
  description: z.string().optional(),
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
      fileChecks: overrides,
      privateNames: overrides,
      agencies: overrides,
      publicationEvents: overrides,
      withdrawals: overrides,
      availabilityChecks: overrides,
      approvals: overrides,
      caseReviewsPage: overrides,
    })
    .prefault({}),

  /** Whether a second person has to approve what is about to become public, or to change there. */
  approval: z
    .strictObject({
      /**
       * - `whenThereIsOne` (default): as soon as anybody else may approve; until then an administrator publishes
       *   alone, so that a fresh installation works.
       * - `always`: from the start; whoever may approve cannot publish what they submitted.
       * - `never`: for a partnership of one; approvers and administrators publish alone.
       *
       * It holds for people. A host's own code that acts without a user is not asked.
       */
      secondPerson: z.enum(['whenThereIsOne', 'always', 'never']).default('whenThereIsOne'),
    })
    .prefault({}),

  /** The link by which somebody who does not log in reads a draft as the public would. */
  preview: z
    .strictObject({
      /**
       * The page of the frontend that shows it: a pattern with `{collection}` and `{token}`, or a function of
       * them. Without a host it is at the config's `serverURL`. Default: `/preview/{collection}/{token}`.
       *
       * @example url: ({ collection, token }) => `https://safeguarding.example/preview?of=${collection}&token=${token}`
       */
      url: z
        .union(
          [
            z.string().refine(isPreviewPattern, previewPattern),
            functionOf<PreviewedDraft, string>(),
          ],
          previewPattern,
        )
        .default('/preview/{collection}/{token}'),
      /** Days for which a link holds. Default: 7. */
      days: z.int('a whole number of days').min(1, 'at least 1').max(90, 'at most 90').default(7),
    })
    .prefault({}),

  /**
   * Who may withdraw a protected publication. One person asks, another approves; each logs in as himself.
   */
  withdrawal: z
    .strictObject({
      /** May ask, approve, refuse and reinstate. Default: who has the role `withdrawal` or `emergencyWithdrawal`. */
      mayWithdraw: functionOf<PayloadRequest, boolean>().default(
        () => (req: PayloadRequest) => hasRight(req, 'withdraw'),
      ),
      /** May withdraw at once and alone; a second person approves afterwards. Default: the role `emergencyWithdrawal`. */
      mayWithdrawInEmergency: functionOf<PayloadRequest, boolean>().default(
        () => (req: PayloadRequest) => hasRight(req, 'withdrawInEmergency'),
      ),
      /** Hours until everyone with the right is warned that an emergency withdrawal is not approved. Default: 24. */
      approvalHours: z
        .int('a whole number of hours')
        .min(1, 'at least 1')
        .max(168, 'at most 168')
        .default(24),
    })
    .prefault({}),

  /** The daily check that what is protected can be read at the public address, as it was published. */
  availability: z
    .strictObject({
      /** Where readers reach Payload, for example `https://cms.safeguarding.example`. Default: the config's `serverURL`. */
      address: z
        .string(webAddress)
        .refine((url) => !url || /^https?:\/\/[^\s/]/.test(url), webAddress)
        .default(''),
      /** When, as a cron expression in the server's time; up to an hour is added by chance. False: never. Default: at 3. */
      cron: z
        .union([z.string(), z.literal(false)], 'a cron expression, or false')
        .default('0 3 * * *'),
      /**
       * Called besides the mail to administrators: when something is not available, an emergency withdrawal is not
       * approved in time, or the database refused what somebody wrote to it by hand.
       */
      onAlarm: functionOf<Alarm, void | Promise<void>>().optional(),
    })
    .prefault({}),

  /**
   * Mail through the config's own adapter (`email`): to those who may approve what was submitted, to whoever
   * submitted it about what became of it, before a protection ends, and to administrators about alarms.
   */
  mail: z
    .strictObject({
      /** Default: true. */
      enabled: z.boolean().default(true),
      /** Minutes in which all that happens for a person becomes one mail. 0: each at once. Default: 10. */
      digestMinutes: z
        .number()
        .min(0, 'at least 0')
        .max(1440, 'at most 1440, which is a day')
        .default(10),
      /** Where people reach the admin, for the links, for example `https://cms.safeguarding.example`. Default: the config's `serverURL`. */
      address: z
        .string(webAddress)
        .refine((url) => !url || /^https?:\/\/[^\s/]/.test(url), webAddress)
        .default(''),
      /** What a mail says, given what it would say: `{ subject, text, html }`. Without `html` it is plain text. */
      template: functionOf<MailTemplateArgs, Mail | Promise<Mail>>().optional(),
    })
    .prefault({}),

  /**
   * False leaves the database unsealed: what is written to it by hand, or by a host's own code that goes
   * around the collections, is then neither refused nor recorded, and no certificate can be made. Default: true.
   */
  seal: z.boolean().default(true),

  /** The Ed25519 keys that sign certificates and the head of the event log. */
  evidence: z
    .strictObject({
      /**
       * File in which the keys are kept, readable by its owner only; relative to the working directory. The
       * first key is made when it is first needed. Default: `evidence-keys.json`.
       */
      keyFile: z.string().min(1, 'a file').default('evidence-keys.json'),
      /**
       * The private key itself as PEM (PKCS #8), for hosts without a disk that lasts, for example
       * `process.env.EVIDENCE_PRIVATE_KEY`. It takes the place of `keyFile`.
       */
      privateKey: z
        .string()
        .refine(
          (pem) => pem === '' || isKey(createPrivateKey)(pem),
          'an Ed25519 private key as PEM (PKCS #8)',
        )
        .optional(),
      /** Public keys (PEM) that `privateKey` took the place of, with the times (ISO 8601) in which they signed. */
      earlierKeys: z
        .array(
          z.strictObject({
            publicKey: z.string().refine(isKey(createPublicKey), 'an Ed25519 public key as PEM'),
            from: z.iso.datetime('a time as 2026-11-24T11:33:00Z').optional(),
            until: z.iso.datetime('a time as 2026-11-24T11:33:00Z'),
          }),
        )
        .default([]),
    })
    .prefault({}),

  files: z
    .strictObject({
      /** Folder for uploads when no storage adapter is used; relative to the working directory. Default: `files`. */
      directory: z.string().min(1, 'a folder').default('files'),
      /** Largest file that is accepted, in megabytes. Default: 50. */
      maxMegabytes: z.number().positive('more than 0').default(50),
      /**
       * Whether each file is looked over before it becomes public: redactions that can be lifted, hidden text,
       * scripts, personal metadata and what keeps people from reading it; and whether private names are looked
       * for, in files and in what is written here. Default: true.
       */
      checks: z.boolean().default(true),
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
