import type { CollectionConfig, Config, Field, GlobalConfig, SelectField } from 'payload'
import { safeguardingReviews, type SafeguardingReviewsOptions } from 'payload-safeguarding-reviews'
import { describe, expect, it, test } from 'vitest'

import { settingsFrom } from '../../src/options/index.ts'

type Options = SafeguardingReviewsOptions
const given = (options: unknown) => () => settingsFrom(options as Options)

describe('a wrong option stops the boot', () => {
  const cases: [string, unknown, string[]][] = [
    ['an unknown option', { reviewType: [] }, ['`reviewType`', 'is not an option']],
    ['an unknown option inside', { protection: { review: 1 } }, ['`protection.review`']],
    ['enabled', { enabled: 'yes' }, ['`enabled`', '"yes"', 'boolean']],
    ['publisher', { publisher: 'Us' }, ['`publisher`', '"Us"', 'object']],
    [
      'publisher.name',
      { publisher: { name: '' } },
      ['`publisher.name`', '""', 'name of the partnership'],
    ],
    [
      'publisher.url',
      { publisher: { url: 'www.x.example' } },
      ['`publisher.url`', '"www.x.example"', 'https://'],
    ],
    [
      'publisher.url, another scheme',
      { publisher: { url: 'ftp://x.example' } },
      ['`publisher.url`', '"ftp://x.example"', 'https://'],
    ],
    ['publisher.url, no text', { publisher: { url: 5 } }, ['`publisher.url`', '5', 'https://']],
    ['evidence.keyFile', { evidence: { keyFile: '' } }, ['`evidence.keyFile`', 'a file']],
    [
      'evidence.privateKey',
      { evidence: { privateKey: 'a b c' } },
      ['`evidence.privateKey`', 'an Ed25519 private key as PEM'],
    ],
    [
      'evidence.earlierKeys',
      { evidence: { earlierKeys: [{ publicKey: 'x', until: 'yesterday' }] } },
      ['`evidence.earlierKeys.0.publicKey`', '`evidence.earlierKeys.0.until`', 'a time'],
    ],
    ['timeZone', { timeZone: 'London' }, ['`timeZone`', '"London"', 'Europe/London']],
    [
      'protection below 0',
      { protection: { reviews: -1 } },
      ['`protection.reviews`', '-1', 'at least 0'],
    ],
    [
      'protection in parts',
      { protection: { leaflets: 1.5 } },
      ['`protection.leaflets`', '1.5', 'whole number'],
    ],
    [
      'protection as text',
      { protection: { leaflets: '12' } },
      ['`protection.leaflets`', '"12"', 'whole number'],
    ],
    ['no review types', { reviewTypes: [] }, ['`reviewTypes`', '[]', 'at least one']],
    ['a function that returns none', { reviewTypes: () => undefined }, ['`reviewTypes`', 'array']],
    [
      'a type twice',
      { reviewTypes: (types: object[]) => [...types, { value: 'SCR', label: 'Again' }] },
      ['`reviewTypes`', '"SCR"', 'different values'],
    ],
    [
      'a type whose value GraphQL cannot say',
      { reviewTypes: [{ value: '7-minute', label: 'x' }] },
      ['`reviewTypes.0.value`', '"7-minute"', 'letters, digits and _'],
    ],
    [
      'a type that requires no field of ours',
      { reviewTypes: [{ value: 'A', label: 'A', requires: ['name'] }] },
      ['`reviewTypes.0.requires.0`', '"name"', '"reviewer"'],
    ],
    [
      'a type that warns from no date',
      { reviewTypes: [{ value: 'A', label: 'A', warns: { publishedAfter: '30/09/2019' } }] },
      ['`reviewTypes.0.warns.publishedAfter`', '"30/09/2019"', 'YYYY-MM-DD'],
    ],
    [
      'a slug',
      { collections: { reviews: { slug: 'Case Reviews' } } },
      ['`collections.reviews.slug`', '"Case Reviews"', 'lower-case'],
    ],
    ['an unknown collection', { collections: { review: {} } }, ['`collections.review`']],
    [
      'access that is no function',
      { collections: { files: { access: {} } } },
      ['`collections.files.access`', '{}', 'a function'],
    ],
    [
      'fields that are no function',
      { collections: { files: { fields: [] } } },
      ['`collections.files.fields`', '[]', 'a function'],
    ],
    [
      'adminGroup',
      { collections: { files: { adminGroup: true } } },
      ['`collections.files.adminGroup`', 'true', 'heading'],
    ],
    ['a slug twice', { collections: { reviews: { slug: 'files' } } }, ['`collections`', '"files"']],
    [
      'digestMinutes',
      { mail: { digestMinutes: -1 } },
      ['`mail.digestMinutes`', '-1', 'at least 0'],
    ],
    [
      'mail.address',
      { mail: { address: 'cms.example' } },
      ['`mail.address`', '"cms.example"', 'https://'],
    ],
    ['mail.template', { mail: { template: 'Hello' } }, ['`mail.template`', 'a function']],
    ['maxMegabytes', { files: { maxMegabytes: 0 } }, ['`files.maxMegabytes`', '0', 'more than 0']],
    ['directory', { files: { directory: '' } }, ['`files.directory`', '""', 'a folder']],
    [
      'preview.url without the token',
      { preview: { url: '/preview/{collection}' } },
      ['`preview.url`', '"/preview/{collection}"', '{token}'],
    ],
    [
      'preview.url of no site',
      { preview: { url: '//elsewhere.example/{collection}/{token}' } },
      ['`preview.url`', '"//elsewhere', 'address or path'],
    ],
    ['preview.url as a number', { preview: { url: 5 } }, ['`preview.url`', '5', 'a function']],
    ['preview.days', { preview: { days: 0 } }, ['`preview.days`', '0', 'at least 1']],
    ['maxDepth', { graphQL: { maxDepth: 1 } }, ['`graphQL.maxDepth`', '1', 'at least 3']],
    [
      'introspection',
      { graphQL: { introspection: 'all' } },
      ['`graphQL.introspection`', '"all"', '"editors", "everyone"'],
    ],
    ['no object at all', 'options', ['`(all)`', '"options"', 'object']],
  ]
  test.each(cases)('%s', (_, options, words) => {
    expect(given(options)).toThrow(/^safeguardingReviews: option/)
    for (const word of words) expect(given(options)).toThrow(word)
  })

  it('with a sentence for each wrong one', () => {
    expect(given({ enabled: 1, timeZone: 'x', more: 2 })).toThrow(
      /`enabled`[^]*`timeZone`[^]*`more`|`more`[^]*`enabled`[^]*`timeZone`/,
    )
  })

  it('when the config is made, before anything else', () => {
    expect(() => safeguardingReviews({ timeZone: 'Nowhere' })).toThrow('`timeZone`')
  })

  it('when a slug is taken by the host', () => {
    const plugin = safeguardingReviews()
    expect(() => plugin({ collections: [{ slug: 'themes', fields: [] }] } as never)).toThrow(
      /already has a collection or global "themes"[^]*`collections`/,
    )
  })
})

const applied = (options: Options, config: Partial<Config> = {}) =>
  safeguardingReviews(options)(config as Config) as Config

const collectionOf = (config: Config, slug: string) =>
  config.collections?.find((collection) => collection.slug === slug) as CollectionConfig

function fieldOf(fields: Field[], name: string): Field | undefined {
  for (const field of fields) {
    if ('name' in field && field.name === name) return field
    const inner = 'tabs' in field ? field.tabs.flatMap((tab) => tab.fields) : []
    const found = fieldOf('fields' in field ? [...inner, ...field.fields] : inner, name)
    if (found) return found
  }
  return undefined
}

describe('a host', () => {
  it('adds and relabels review types without touching a hook', () => {
    const config = applied({
      reviewTypes: (types) => [
        ...types.map((type) =>
          type.value === 'local' ? { ...type, label: 'Learning review' } : type,
        ),
        { value: 'SAR', label: 'Safeguarding Adult Review', statutory: true },
      ],
    })
    const field = fieldOf(collectionOf(config, 'reviews').fields, 'reviewType') as SelectField
    expect(field.options).toContainEqual({ label: 'Learning review', value: 'local' })
    expect(field.options).toContainEqual({ label: 'Safeguarding Adult Review', value: 'SAR' })
  })

  it('replaces them by a list of its own', () => {
    expect(settingsFrom({ reviewTypes: [{ value: 'A', label: 'Type A' }] }).reviewTypes).toEqual([
      { value: 'A', label: 'Type A', statutory: false, requires: [], warns: { missing: [] } },
    ])
  })

  it('changes fields, access, labels, heading and slug, given the defaults', async () => {
    const only = () => true
    const config = applied({
      collections: {
        reviews: {
          slug: 'case-reviews',
          labels: { singular: 'Case review', plural: 'Case reviews' },
          adminGroup: 'Learning',
          access: ({ defaultAccess }) => ({ ...defaultAccess, create: only }),
          fields: ({ defaultFields }) => [...defaultFields, { name: 'ward', type: 'text' }],
        },
        leaflets: { adminGroup: false },
        caseReviewsPage: {
          slug: 'our-page',
          fields: ({ defaultFields }) => defaultFields.slice(1),
        },
      },
    })
    const reviews = collectionOf(config, 'case-reviews')
    expect(reviews.labels?.plural).toBe('Case reviews')
    expect(reviews.admin?.group).toBe('Learning')
    expect(reviews.access?.create).toBe(only)
    expect(reviews.access?.delete).toBeTypeOf('function')
    expect(fieldOf(reviews.fields, 'ward')).toBeTruthy()
    expect(fieldOf(reviews.fields, 'name')).toBeTruthy()
    expect(collectionOf(config, 'leaflets').admin?.group).toBe(false)
    const relation = fieldOf(collectionOf(config, 'leaflets').fields, 'reviews')
    expect(relation).toMatchObject({ relationTo: 'case-reviews' })
    const page = config.globals?.find(({ slug }) => slug === 'our-page') as GlobalConfig
    expect(page.fields[0]).not.toMatchObject({ name: 'heading' })
  })

  it('gets sensible settings without any option', () => {
    expect(settingsFrom({})).toMatchObject({
      enabled: true,
      protectionMonths: { reviews: 12, leaflets: 12, frameworkDocuments: 0 },
      timeZone: 'Europe/London',
      graphQL: { maxDepth: 12, introspection: 'editors' },
    })
    expect(settingsFrom({}).reviewTypes.map(({ value }) => value)).toEqual([
      'SCR',
      'LCSPR',
      'thematic',
      'local',
    ])
  })
})

describe('the plugin changes nothing of what it was given', () => {
  const frozen = <Value>(value: Value): Value => {
    if (typeof value === 'object' && value !== null) Object.values(value).forEach(frozen)
    return Object.freeze(value)
  }
  const options = (): Options => ({
    reviewTypes: [{ value: 'A', label: 'Type A', warns: { missing: ['reviewer'] } }],
    collections: { reviews: { adminGroup: 'Learning' } },
    protection: { reviews: 24 },
  })
  const host = (): Partial<Config> => ({
    collections: [{ slug: 'users', auth: true, fields: [] }],
    globals: [{ slug: 'site', fields: [] }],
    custom: { mine: 1 },
    graphQL: { maxComplexity: 50, queries: () => ({}), validationRules: () => [] },
    hooks: { afterError: [() => undefined] },
    i18n: { translations: { en: { mine: { hello: 'Hello' } } } } as Config['i18n'],
    jobs: { access: { run: () => true }, tasks: [] },
  })

  it.each([true, false])('enabled: %s', (enabled) => {
    const given = { ...options(), enabled }
    const config = applied(frozen(given), frozen(host()))
    expect(given).toEqual({ ...options(), enabled })
    // Those who work in the admin get roles; everything else stays as it was.
    const { fields, ...people } = config.collections![0]!
    expect(people).toMatchObject({ slug: 'users', auth: true })
    expect(fields.map((field) => 'name' in field && field.name)).toEqual([
      'publishingRoles',
      'isDisabled',
    ])
    expect(config.globals?.[0]).toEqual(host().globals?.[0])
    expect(config.custom?.mine).toBe(1)
    expect(config.graphQL?.maxComplexity).toBe(50)
    expect(config.hooks?.afterError?.length).toBe(enabled ? 2 : 1)
  })

  it('nor shares anything between two configs', () => {
    const plugin = safeguardingReviews(frozen(options()))
    const [first, second] = [plugin({} as Config), plugin({} as Config)] as Config[]
    first!.collections![0]!.fields.push({ name: 'extra', type: 'text' })
    first!.collections![1]!.hooks!.beforeChange!.length = 0
    Object.assign(first!.collections![0]!.fields[0]!, { name: 'renamed' })
    expect(second!.collections![0]!.fields[0]).toMatchObject({ name: 'publishingRoles' })
    expect(second!.collections![1]!.hooks!.beforeChange!.length).toBeGreaterThan(3)
    expect(fieldOf(second!.collections![0]!.fields, 'extra')).toBeUndefined()
  })
})
