import { sql } from '@payloadcms/db-postgres'
import {
  type CollectionConfig,
  type CollectionSlug,
  type Config,
  createLocalReq,
  type GlobalConfig,
  type Payload,
} from 'payload'
import type { SafeguardingReviewsOptions } from 'payload-safeguarding-reviews'
import { raiseSeal } from 'payload-safeguarding-reviews/migrations'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { sealFaults } from '../../src/seal/check.ts'
import { startTestApp, type TestApp } from '../helpers/app.ts'
import { frameworkDocument, leaflet, published, review, storeFile } from '../helpers/content.ts'
import { type People, rights, startPeople, usersWithKeys } from '../helpers/people.ts'
import { asking } from '../helpers/protectedWorld.ts'
import { ofAnswer, publicView, versionsOf } from '../helpers/publicView.ts'
import { refusalOfSQL, runSQL } from '../helpers/sql.ts'

/** A host that calls everything by another name. */
const slugs = {
  reviews: 'case-reviews',
  leaflets: 'learning',
  themes: 'topics',
  frameworkDocuments: 'guidance',
  files: 'documents',
  agencies: 'partners',
  publicationEvents: 'record',
  withdrawals: 'removals',
  availabilityChecks: 'public-checks',
  caseReviewsPage: 'reviews-page',
}
const schemaName = 'partnership'
const tableOf = (slug: string) => `pub_${slug.replaceAll('-', '_')}`
const qualified = (slug: string) => `${schemaName}.${tableOf(slug)}`

/** A text of its own, in each language. */
const withLocalText = (options: SafeguardingReviewsOptions['collections'] = {}) =>
  Object.fromEntries(
    Object.entries(slugs).map(([key, slug]) => [
      key,
      {
        slug,
        fields: ({ defaultFields }: { defaultFields: CollectionConfig['fields'] }) => [
          ...defaultFields,
          ...(['reviews', 'leaflets', 'frameworkDocuments'].includes(key)
            ? [{ name: 'inPlainWords', type: 'text' as const, localized: true }]
            : []),
        ],
      },
    ]),
  ) as typeof options

/** Its own plugin, which renames the tables and keeps two versions of a document only. */
const renamed = <Entity extends CollectionConfig | GlobalConfig>(entity: Entity): Entity => ({
  ...entity,
  dbName: tableOf(entity.slug),
})
const keepingTwo = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  ...(typeof collection.versions === 'object' && {
    versions: { ...collection.versions, maxPerDoc: 2 },
  }),
})
const ownPlugin = (config: Config): Config => ({
  ...config,
  collections: config.collections?.map((collection) =>
    Object.values(slugs).includes(collection.slug) ? keepingTwo(renamed(collection)) : collection,
  ),
  globals: config.globals?.map(renamed),
})

interface DrizzleKit {
  defaultDrizzleSnapshot: object
  schema: object
  requireDrizzleKit: () => {
    generateDrizzleJson: (schema: object) => Promise<object>
    generateMigration: (before: object, after: object) => Promise<string[]>
  }
}

/** The migrations that `payload migrate:create` writes for this host, and after them its own with the seal. */
async function migrate(payload: Payload): Promise<void> {
  const db = payload.db as unknown as DrizzleKit
  const { generateDrizzleJson, generateMigration } = db.requireDrizzleKit()
  const before = { ...db.defaultDrizzleSnapshot, schemas: { [schemaName]: schemaName } }
  const statements = await generateMigration(before, await generateDrizzleJson(db.schema))
  const down = async () => {}
  await payload.db.migrate({
    migrations: [
      {
        name: '1_initial',
        up: ({ db }: { db: { execute: (statement: unknown) => Promise<unknown> } }) =>
          db.execute(sql.raw(statements.join('\n'))),
        down,
      },
      { name: '2_seal', up: raiseSeal, down },
    ] as never,
  })
}

const hosts = {
  pushed: { push: true },
  migrated: { migrate },
}

const unsealed =
  /does not keep the promise by itself: The trigger safeguarding_keep_promise on .* is missing or disabled\. What is written to it by hand or around the collections is neither refused nor recorded/

describe.each(Object.entries(hosts))('a host with names of its own, %s', (how, tables) => {
  const said: string[] = []
  let app: TestApp
  let people: People
  let file: Awaited<ReturnType<typeof storeFile>>

  beforeAll(async () => {
    app = await startTestApp({
      options: {
        collections: withLocalText(),
        protection: { frameworkDocuments: 12 },
        withdrawal: rights,
      },
      host: {
        collections: [usersWithKeys],
        localization: { locales: ['en', 'cy'], defaultLocale: 'en', fallback: true },
        logger: {
          options: { level: 'warn' },
          destination: { write: (line: string) => void said.push(line) },
        },
        plugins: [ownPlugin],
      },
      migration: `create schema ${schemaName}`,
      adapter: { schemaName },
      ...tables,
    })
    // What Payload does at the start of an app, and not in that of a test.
    await app.payload.config.onInit?.(app.payload)
    people = await startPeople(app)
    file = await storeFile(app.payload, { collection: slugs.files })
  })

  afterAll(() => app.stop())

  const kinds = [
    { slug: slugs.reviews, singular: 'Review', plural: 'Reviews', nameField: 'name' },
    { slug: slugs.leaflets, singular: 'Leaflet', plural: 'Leaflets', nameField: 'title' },
    {
      slug: slugs.frameworkDocuments,
      singular: 'FrameworkDocument',
      plural: 'FrameworkDocuments',
      nameField: 'title',
    },
  ] as const
  type Kind = (typeof kinds)[number]

  const contents: Record<Kind['singular'], () => object> = {
    Review: () => review({ reportAvailability: 'published', reportFile: file.id }),
    Leaflet: () => leaflet({ file: file.id }),
    FrameworkDocument: () => frameworkDocument({ file: file.id }),
  }

  let count = 0
  async function publish(kind: Kind): Promise<number> {
    const collection = kind.slug as CollectionSlug
    const name = { [kind.nameField]: `${kind.singular} ${++count}` }
    const data = { ...contents[kind.singular](), ...name, inPlainWords: 'Plain', ...published }
    const { id } = await app.payload.create({ collection, data: data as never })
    const welsh = { inPlainWords: 'Plaen' } as never
    await app.payload.update({ collection, id, data: welsh, locale: 'cy' } as never)
    return id as number
  }

  const view = async (kind: Kind, id: number) => ({
    english: await publicView(app, kind, id, undefined),
    welsh: (await app.rest('GET', `/${kind.slug}/${id}?locale=cy`)).body,
    all: (await app.rest('GET', `/${kind.slug}/${id}?locale=all`)).body,
    file: (await app.rest('GET', `/${slugs.files}/file/${file.filename}`)).status,
  })

  it('has its seal', async () => {
    expect(await sealFaults(app.payload)).toEqual([])
    const [{ table }] = (await runSQL(
      app.payload,
      `select tgrelid::regclass::text as "table" from pg_trigger where tgname = 'safeguarding_keep_withdrawal'`,
    )) as [{ table: string }]
    expect(table).toBe(qualified(slugs.withdrawals))
  })

  it('is told what it loses without it, or gets it again where Payload pushes the tables', async () => {
    const trigger = (state: string) =>
      runSQL(
        app.payload,
        `alter table ${qualified(slugs.reviews)} ${state} trigger safeguarding_keep_promise`,
      )
    await trigger('disable')
    said.length = 0
    await app.payload.config.onInit?.(app.payload)
    const isPushed = how === 'pushed'
    expect((await sealFaults(app.payload)).length).toBe(isPushed ? 0 : 1)
    if (!isPushed) expect(said.join('')).toMatch(unsealed)
    await trigger('enable')
  })

  it.each(kinds)('$slug: is protected in each language, and by the database', async (kind) => {
    const id = await publish(kind)
    const before = await view(kind, id)
    expect(before).toMatchObject({
      welsh: { inPlainWords: 'Plaen', _status: 'published' },
      all: { inPlainWords: { en: 'Plain', cy: 'Plaen' } },
      file: 200,
    })

    const one = `/${kind.slug}/${id}`
    const draft = { _status: 'draft' }
    for (const query of [
      'locale=cy',
      'locale=all',
      'locale=cy&fallback-locale=none',
      'unpublishAllLocales=true',
      'unpublishAllLocales=true&locale=cy',
      'publishAllLocales=true',
      'publishSpecificLocale=cy&locale=cy',
      'draft=true&publishSpecificLocale=en',
    ]) {
      const answer = await app.rest('PATCH', `${one}?${query}`, { as: app.editor, body: draft })
      // A draft is not what the public sees.
      const code = query.startsWith('draft') ? undefined : 'PUBLICATION_PROTECTED'
      expect(ofAnswer(answer).code, query).toBe(code)
      expect(await view(kind, id), query).toEqual(before)
    }
    const table = qualified(kind.slug)
    for (const [statement, state] of [
      [`update ${table} set _status = 'draft' where id = ${id}`, 'SR001'],
      [`update ${table} set deleted_at = now() where id = ${id}`, 'SR001'],
      [`delete from ${table} where id = ${id}`, 'SR001'],
      [`truncate ${table} cascade`, 'SR001'],
      [`truncate ${table}_locales`, 'SR001'],
      [`delete from ${table}_locales where _parent_id = ${id}`, 'SR003'],
      [`update ${qualified(slugs.files)} set is_public = false where id = ${file.id}`, 'SR001'],
      [`delete from ${qualified(slugs.publicationEvents)}`, 'SR002'],
    ] as const)
      expect((await refusalOfSQL(app.payload, statement)).state, statement).toBe(state)
    expect(await view(kind, id)).toEqual(before)
  })

  it.each(kinds)('$slug: stays whole when its published version is pruned', async (kind) => {
    const id = await publish(kind)
    const before = await view(kind, id)
    const collection = kind.slug as CollectionSlug
    for (const words of ['One', 'Two', 'Three']) {
      const data = { inPlainWords: words } as never
      await app.payload.update({ collection, id, data, draft: true })
    }
    const kept = await versionsOf(app, kind.slug, id)
    expect(kept.map(({ status }) => status)).toEqual(['draft', 'draft'])
    expect(await view(kind, id)).toEqual(before)

    const one = `/${kind.slug}/${id}`
    const unpublish = await app.rest('PATCH', one, { as: app.editor, body: { _status: 'draft' } })
    expect(ofAnswer(unpublish).code).toBe('PUBLICATION_PROTECTED')
    const inWelsh = { inPlainWords: 'Newydd', ...published }
    const inWelshOnly = () =>
      app.rest('PATCH', `${one}?publishSpecificLocale=cy&locale=cy`, {
        as: app.editor,
        body: inWelsh,
      })
    expect(ofAnswer(await inWelshOnly()).code).toBe('PUBLISHED_VERSION_PRUNED')
    expect(await view(kind, id)).toEqual(before)
    await app.rest('PATCH', one, { as: app.editor, body: published })
    expect(ofAnswer(await inWelshOnly())).toEqual({})
    expect((await view(kind, id)).all).toMatchObject({
      inPlainWords: { en: 'Three', cy: 'Newydd' },
    })
  })

  it('stays public when one language is copied over another', async () => {
    const { copyDataFromLocale } = await import('@payloadcms/ui/utilities/copyDataFromLocale')
    const { docs } = await app.payload.find({ collection: 'users', limit: 1, sort: 'id' })
    const req = await createLocalReq({ user: { ...docs[0]!, collection: 'users' } }, app.payload)
    const kind = kinds[0]
    const id = await publish(kind)
    const before = await view(kind, id)
    const copy = () =>
      copyDataFromLocale({
        collectionSlug: kind.slug as CollectionSlug,
        docID: id,
        fromLocale: 'en',
        toLocale: 'cy',
        overrideData: true,
        req,
      })
    await app.rest('PATCH', `/${kind.slug}/${id}?draft=true`, {
      as: app.editor,
      body: { name: 'A draft' },
    })
    await copy()
    expect(await view(kind, id), 'over a draft').toEqual(before)
  })

  it('lets something go by a withdrawal, and the database with it', async () => {
    const kind = kinds[0]
    const id = await publish(kind)
    const asked = await app.rest('POST', `/${slugs.withdrawals}`, {
      as: app.editor,
      body: asking({ id, slug: kind.slug }),
    })
    const path = `/${slugs.withdrawals}/${asked.body.doc.id}`
    const program = await app.rest('POST', `${path}/approve`, { as: people.program, body: {} })
    expect(ofAnswer(program).code).toBe('WITHDRAWAL_NEEDS_A_PERSON')
    const approved = await app.rest('POST', `${path}/approve`, { as: people.second, body: {} })
    expect(approved.body.doc).toMatchObject({ state: 'executed', publishedIn: kind.slug })
    expect(await view(kind, id)).toMatchObject({ welsh: { errors: [{}] }, all: { errors: [{}] } })
    const statement = `update ${qualified(kind.slug)} set withdrawn_at = null where id = ${id}`
    expect((await refusalOfSQL(app.payload, statement)).state).toBe('SR004')
  })
})
