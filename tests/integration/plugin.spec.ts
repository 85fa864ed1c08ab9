import { postgresAdapter } from '@payloadcms/db-postgres'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { GraphQLString } from 'graphql'
import { BasePayload, buildConfig, type Config, type Field, type Plugin } from 'payload'
import { safeguardingReviews, type SafeguardingReviewsOptions } from 'payload-safeguarding-reviews'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { startTestApp, type TestApp } from '../helpers/app.ts'
import { published, review } from '../helpers/content.ts'

/** A plugin as others write them: it adds a collection, hooks, a query, translations and a validation rule. */
const neighbour =
  (name: string, seen: string[]): Plugin =>
  (config) => ({
    ...config,
    collections: [
      ...(config.collections ?? []).map((collection) =>
        collection.slug === 'reviews'
          ? {
              ...collection,
              hooks: {
                ...collection.hooks,
                afterChange: [
                  ...(collection.hooks?.afterChange ?? []),
                  () => void seen.push(`${name} afterChange`),
                ],
              },
            }
          : collection,
      ),
      {
        slug: `${name}-notes`,
        access: { read: () => true },
        fields: [{ name: 'text', type: 'text' }],
        hooks: { beforeChange: [({ data }) => ({ ...data, text: `${data.text} by ${name}` })] },
      },
    ],
    custom: { ...config.custom, [name]: true },
    endpoints: [
      ...(config.endpoints ?? []),
      { path: `/${name}`, method: 'get', handler: () => Response.json({ name }) },
    ],
    graphQL: {
      ...config.graphQL,
      queries: (graphql, payload) => ({
        ...config.graphQL?.queries?.(graphql, payload),
        [name]: { type: GraphQLString, resolve: () => `Hello from ${name}` },
      }),
      mutations: (graphql, payload) => ({
        ...config.graphQL?.mutations?.(graphql, payload),
        [`${name}Touch`]: { type: GraphQLString, resolve: () => 'touched' },
      }),
      validationRules: (args) => [
        ...(config.graphQL?.validationRules?.(args) ?? []),
        () => {
          seen.push(`${name} validation`)
          return {}
        },
      ],
    },
    hooks: {
      ...config.hooks,
      afterError: [
        ...(config.hooks?.afterError ?? []),
        ({ graphqlResult, result }) => {
          seen.push(`${name} afterError`)
          return { graphqlResult, response: { ...result, [name]: 'was here' } as never }
        },
      ],
    },
    i18n: {
      ...config.i18n,
      translations: {
        ...config.i18n?.translations,
        en: {
          ...(config.i18n?.translations as { en?: object } | undefined)?.en,
          [name]: { hello: `Hello from ${name}` },
        },
      },
    } as Config['i18n'],
    onInit: async (payload) => {
      await config.onInit?.(payload)
      seen.push(`${name} onInit`)
    },
  })

describe('a plugin before ours and one after it', () => {
  let app: TestApp
  const seen: string[] = []

  beforeAll(async () => {
    const before = await neighbour('before', seen)({} as Config)
    app = await startTestApp({
      host: { ...before, plugins: [neighbour('after', seen)] } as Partial<Config>,
      push: true,
    })
    await app.payload.config.onInit?.(app.payload)
  })

  afterAll(() => app.stop())

  it.each(['before', 'after'])('%s: keeps its collection and its hooks', async (name) => {
    const body = { text: 'A note' }
    const made = await app.rest('POST', `/${name}-notes`, { as: app.editor, body })
    expect(made.body.doc.text).toBe(`A note by ${name}`)
    expect(seen).toContain(`${name} onInit`)
    expect(app.payload.config.custom).toMatchObject({ [name]: true })
    expect((await app.rest('GET', `/${name}`)).body).toEqual({ name })
  })

  it.each(['before', 'after'])('%s: keeps its queries, mutations and rules', async (name) => {
    const { body } = await app.graphql(`{ ${name} Reviews { totalDocs } }`)
    expect(body).toMatchObject({
      data: { [name]: `Hello from ${name}`, Reviews: { totalDocs: expect.any(Number) } },
    })
    expect((await app.graphql(`mutation { ${name}Touch }`)).body.data).toEqual({
      [`${name}Touch`]: 'touched',
    })
    expect(seen).toContain(`${name} validation`)
  })

  it('both: keep their translations, and ours are there', () => {
    const { en } = app.payload.config.i18n.translations as unknown as {
      en: Record<string, Record<string, string>>
    }
    expect(en).toMatchObject({
      before: { hello: 'Hello from before' },
      after: { hello: 'Hello from after' },
      safeguardingReviews: { IN_USE: expect.any(String) },
    })
  })

  it('both: hear of our refusals, which keep their code', async () => {
    const { id } = await app.payload.create({
      collection: 'reviews',
      data: { ...review(), ...published } as never,
    })
    expect(seen).toContain('after afterChange')
    seen.length = 0
    const rest = await app.rest('DELETE', `/reviews/${id}`, { as: app.editor })
    expect(rest.body).toMatchObject({
      errors: [{ data: { code: 'PUBLICATION_PROTECTED' } }],
      after: 'was here',
    })
    const { body } = await app.graphql(`mutation { deleteReview(id: ${id}) { id } }`, {
      as: app.editor,
    })
    expect(body.errors[0].extensions.code).toBe('PUBLICATION_PROTECTED')
    expect(seen.sort()).toEqual(
      expect.arrayContaining(['after afterError', 'before afterError', 'before validation']),
    )
  })
})

/** A config as Payload takes it, without its database; `said` gets what it warns of. */
async function booted(
  options: SafeguardingReviewsOptions,
  said: string[] = [],
  host: Partial<Config> = {},
) {
  const config = await buildConfig({
    secret: 'a secret for tests only',
    collections: [{ slug: 'users', auth: true, fields: [] }],
    db: postgresAdapter({ pool: { connectionString: 'postgres://127.0.0.1:9/none' } }),
    editor: lexicalEditor(),
    logger: {
      options: { level: 'warn' },
      destination: { write: (line: string) => void said.push(line) },
    },
    sharp,
    plugins: [safeguardingReviews(options)],
    telemetry: false,
    typescript: { autoGenerate: false },
    ...host,
  })
  return new BasePayload().init({ config, disableDBConnect: true, disableOnInit: true })
}

describe('seal: false', () => {
  it('says at the start what is lost', async () => {
    const said: string[] = []
    const payload = await booted({ seal: false }, said)
    await payload.config.onInit?.(payload)
    expect(said.join('')).toContain(
      'the option `seal` is off. What is written to it by hand or around the collections is neither refused nor recorded, and no certificate can be made.',
    )
  })
})

describe('a host with several languages', () => {
  const localized = (name: string) => (field: Field) =>
    'name' in field && field.name === name ? ({ ...field, localized: true } as Field) : field

  it.each(['slug', 'body'])('cannot localize what is promised: %s', async (name) => {
    const payload = await booted(
      {
        collections: {
          leaflets: { fields: ({ defaultFields }) => defaultFields.map(localized(name)) },
        },
      },
      [],
      { localization: { locales: ['en', 'cy'], defaultLocale: 'en' } },
    )
    await expect(payload.config.onInit?.(payload)).rejects.toThrow(
      `safeguardingReviews: the field "${name}" of "leaflets" is localized`,
    )
  })
})

describe('enabled: false', () => {
  it('leaves every table, column and index, so that no migration drops data', async () => {
    const tablesOf = async (enabled: boolean) => {
      const { db } = await booted({ enabled })
      const { enums, rawRelations, rawTables } = db as unknown as {
        enums: Record<string, { enumValues: string[] }>
        rawRelations: object
        rawTables: object
      }
      return JSON.parse(
        JSON.stringify({
          rawTables,
          rawRelations,
          enums: Object.entries(enums).map(([name, { enumValues }]) => [name, enumValues]),
        }),
      ) as { rawTables: Record<string, unknown> }
    }
    const [on, off] = [await tablesOf(true), await tablesOf(false)]
    expect(Object.keys(on.rawTables)).toContain('_reviews_v')
    expect(off).toEqual(on)
  })

  it('takes hooks, endpoints and admin parts away, and keeps access as it was', async () => {
    const { config } = await booted({ enabled: false })
    const own = ['reviews', 'leaflets', 'framework-documents', 'themes', 'agencies', 'files']
    for (const { access, admin, endpoints, hooks, slug } of config.collections) {
      if (!own.includes(slug)) continue
      expect(admin.hidden, slug).toBe(true)
      expect(Object.values(hooks).flat(), slug).toEqual([])
      expect(JSON.stringify(endpoints), slug).not.toContain('inline')
      expect(access.create({ req: { payload: { config } } } as never), slug).toBe(false)
    }
    const [page] = config.globals
    expect([page?.admin.hidden, Object.values(page?.hooks ?? {}).flat()]).toEqual([true, []])
    expect(config.hooks.afterError ?? []).toEqual([])
    expect(config.custom).not.toHaveProperty('safeguardingReviews')
  })
})
