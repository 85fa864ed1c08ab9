import type { CollectionSlug } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { startTestApp, type TestApp } from '../helpers/app.ts'
import {
  leaflet,
  picture,
  png,
  published,
  review,
  richText,
  storeFile,
} from '../helpers/content.ts'

let app: TestApp
/** A review in whose hooks the host makes another document. */
let nested: (() => Promise<unknown>) | undefined

beforeAll(async () => {
  app = await startTestApp({
    options: { protection: { reviews: 0, leaflets: 0 }, files: { maxMegabytes: 1 } },
    host: {
      plugins: [
        (config) => ({
          ...config,
          collections: config.collections?.map((collection) =>
            collection.slug !== 'reviews'
              ? collection
              : {
                  ...collection,
                  hooks: {
                    ...collection.hooks,
                    beforeChange: [
                      ...(collection.hooks?.beforeChange ?? []),
                      async ({ req }) => {
                        const make = nested
                        nested = undefined
                        if (make)
                          await req.payload.create({
                            collection: 'reviews' as CollectionSlug,
                            data: review({ name: 'Made in between', reviewType: 'local' }) as never,
                            req,
                          })
                      },
                    ],
                  },
                },
          ),
        }),
      ],
    },
  })
})

afterAll(() => app.stop())

const fetched = (filename: string, headers?: Record<string, string>) =>
  app.rest('GET', `/files/file/${encodeURIComponent(filename)}`, { headers })

describe('a file is private until something public refers to it, and again when nothing does', () => {
  const status = async ({ filename }: { filename: string }) => (await fetched(filename)).status
  const { create, update } = {
    create: (collection: string, data: object, more: object = {}) =>
      app.payload.create({
        collection: collection as CollectionSlug,
        data: data as never,
        ...more,
      }),
    update: (collection: string, id: number | string, data: object, more: object = {}) =>
      app.payload.update({ collection: collection as 'reviews', id, data: data as never, ...more }),
  }
  const local = (values: object = {}) => review({ reviewType: 'local', ...values })

  const places: [string, string, (file: number) => object][] = [
    ['the report of a review', 'reviews', (reportFile) => local({ reportFile })],
    ['the file of a leaflet', 'leaflets', (file) => leaflet({ file })],
    [
      'a picture in the text of a review',
      'reviews',
      (file) => local({ learning: richText('See', picture(file)) }),
    ],
    [
      'a picture in the plan of a review',
      'reviews',
      (file) => local({ actionPlan: { text: richText(picture(file)) } }),
    ],
    ['the file of a framework document', 'framework-documents', (file) => ({ title: 'LIF', file })],
  ]

  it.each(places)('%s', async (_, collection, values) => {
    const file = await storeFile(app.payload)
    const { id } = await create(collection, values(file.id), { draft: true })
    expect(await status(file)).toBe(403)

    await update(collection, id, published)
    expect(await status(file)).toBe(200)
    const other = await storeFile(app.payload)
    await update(collection, id, values(other.id), { draft: true })
    expect([await status(file), await status(other)]).toEqual([200, 403])

    await update(collection, id, published)
    expect([await status(file), await status(other)]).toEqual([403, 200])

    await update(collection, id, { _status: 'draft' })
    expect(await status(other)).toBe(403)

    await update(collection, id, published)
    await update(collection, id, { deletedAt: new Date().toISOString() })
    expect(await status(other)).toBe(403)

    await update(collection, id, { deletedAt: null }, { trash: true })
    expect(await status(other)).toBe(200)
    await app.payload.delete({ collection: collection as 'reviews', id })
    expect(await status(other)).toBe(403)
  })

  it('a picture on the page', async () => {
    const [first, second] = [await storeFile(app.payload), await storeFile(app.payload)]
    const save = (data: object, more: object = {}) =>
      app.payload.updateGlobal({ slug: 'case-reviews-page', data: data as never, ...more })
    const showing = (file: number) => ({ introduction: { text: richText(picture(file)) } })

    await save(showing(first.id), { draft: true })
    expect(await status(first)).toBe(403)
    await save({ ...showing(first.id), ...published })
    expect(await status(first)).toBe(200)
    await save(showing(second.id), { draft: true })
    expect([await status(first), await status(second)]).toEqual([200, 403])
    await save(published)
    expect([await status(first), await status(second)]).toEqual([403, 200])
    await save({ _status: 'draft' })
    expect(await status(second)).toBe(403)
  })

  it('as long as the last of two refers to it', async () => {
    const file = await storeFile(app.payload)
    const [one, two] = [
      await create('leaflets', leaflet({ file: file.id, ...published })),
      await create('reviews', local({ reportFile: file.id, ...published })),
    ]
    await update('leaflets', one.id, { _status: 'draft' })
    expect(await status(file)).toBe(200)
    await update('reviews', two.id, { reportFile: null })
    expect(await status(file)).toBe(403)
  })

  it('also when a hook of the host makes another document in between', async () => {
    const file = await storeFile(app.payload)
    nested = async () => undefined
    await create('reviews', local({ reportFile: file.id, ...published }))
    expect(await status(file)).toBe(200)
  })

  it('whatever is edited of the file itself', async () => {
    const file = await storeFile(app.payload)
    await create('leaflets', leaflet({ file: file.id, ...published }))
    for (const isPublic of [false, null, undefined])
      await update('files', file.id, { title: 'Another title', isPublic })
    expect(await status(file)).toBe(200)
    expect((await app.rest('GET', `/files/${file.id}`)).body.title).toBe('Another title')
  })

  it('with its small form, in parts, and never kept by caches in between', async () => {
    const bytes = await png(900, 600)
    const image = await storeFile(app.payload, { bytes, mimetype: 'image/png', name: 'plan.png' })
    const small = image.sizes?.thumbnail?.filename ?? ''
    expect([await status(image), (await fetched(small)).status]).toEqual([403, 403])
    const { id } = await create(
      'leaflets',
      leaflet({ body: richText(picture(image.id)), ...published }),
    )

    const whole = await fetched(image.filename)
    expect(whole.body.equals(bytes)).toBe(true)
    expect(whole.headers.get('cache-control')).toContain('private')
    expect((await fetched(small)).status).toBe(200)
    const part = await fetched(image.filename, { Range: 'bytes=0-7' })
    expect([part.status, part.body.length]).toEqual([206, 8])
    expect(part.headers.get('content-range')).toBe(`bytes 0-7/${bytes.length}`)

    await update('leaflets', id, { _status: 'draft' })
    const etag = whole.headers.get('etag') ?? '*'
    for (const headers of [{}, { Range: 'bytes=0-7' }, { 'If-None-Match': etag }] as Record<
      string,
      string
    >[])
      expect((await fetched(image.filename, headers)).status).toBe(403)
    expect((await fetched(small)).status).toBe(403)
  })

  it('a file in the trash is private', async () => {
    const file = await storeFile(app.payload)
    await update('files', file.id, { deletedAt: new Date().toISOString() })
    expect(await status(file)).toBe(403)
  })
})
