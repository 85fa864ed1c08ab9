import { unlink } from 'node:fs/promises'
import path from 'node:path'

import type { CollectionSlug } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { startTestApp, type TestApp } from '../helpers/app.ts'
import {
  frameworkDocument,
  leaflet,
  picture,
  published,
  review,
  richText,
  storeFile,
  theme,
} from '../helpers/content.ts'
import { ofAnswer, ofCall } from '../helpers/publicView.ts'
import { runSQL } from '../helpers/sql.ts'

let app: TestApp

beforeAll(async () => {
  app = await startTestApp({ options: { protection: { reviews: 0, leaflets: 0 } } })
})

afterAll(() => app.stop())

const create = async (collection: string, data: object, more: object = {}) =>
  (await app.payload.create({
    collection: collection as CollectionSlug,
    data: data as never,
    ...more,
  })) as unknown as { id: number; slug: string }

const update = async (collection: string, id: number, data: object, more: object = {}) =>
  (await app.payload.update({
    collection: collection as 'reviews',
    id,
    data: data as never,
    ...more,
  })) as unknown as { id: number; slug: string }

const local = (values: object = {}) => review({ reviewType: 'local', ...values })
const trashed = { deletedAt: '2026-01-01T00:00:00.000Z' }

describe('what something published refers to', () => {
  let count = 0
  const targets: Record<string, () => Promise<number>> = {
    themes: async () => (await create('themes', theme({ name: `theme ${++count}` }))).id,
    agencies: async () => (await create('agencies', { name: `agency ${++count}` })).id,
    files: async () => (await storeFile(app.payload)).id,
    reviews: async () =>
      (await create('reviews', local({ name: `review ${++count}`, ...published }))).id,
    'framework-documents': async () =>
      (
        await create(
          'framework-documents',
          frameworkDocument({ title: `edition ${++count}`, ...published }),
        )
      ).id,
  }
  const uses: [string, string, string, (id: number) => object][] = [
    ['themes', 'a review', 'reviews', (id) => local({ themes: [id] })],
    ['themes', 'a leaflet', 'leaflets', (id) => leaflet({ themes: [id] })],
    ['agencies', 'a review', 'reviews', (id) => local({ agencies: [id] })],
    [
      'agencies',
      'a recommendation',
      'reviews',
      (id) => local({ recommendations: [{ agencies: [id] }] }),
    ],
    ['files', 'a report', 'reviews', (id) => local({ reportFile: id })],
    ['files', 'a leaflet', 'leaflets', (id) => leaflet({ file: id })],
    ['files', 'a picture in a text', 'leaflets', (id) => leaflet({ body: richText(picture(id)) })],
    [
      'files',
      'a framework document',
      'framework-documents',
      (id) => frameworkDocument({ file: id }),
    ],
    ['reviews', 'a leaflet', 'leaflets', (id) => leaflet({ reviews: [id] })],
    ['reviews', 'a related review', 'reviews', (id) => local({ related: [id] })],
    [
      'framework-documents',
      'its successor',
      'framework-documents',
      (id) => frameworkDocument({ supersedes: id }),
    ],
  ]

  it.each(uses)(
    '%s: is kept while %s uses it, and the answer says so',
    async (target, _, collection, values) => {
      const id = await targets[target]!()
      const name = `User ${++count}`
      const user = await create(collection, { ...values(id), title: name, name, ...published })
      const as = app.editor
      const attempts = () =>
        Promise.all([
          app.rest('DELETE', `/${target}/${id}`, { as }).then(ofAnswer),
          app.rest('PATCH', `/${target}/${id}`, { as, body: trashed }).then(ofAnswer),
          ofCall(app.payload.delete({ collection: target as 'reviews', id })),
          ofCall(update(target, id, trashed)),
        ])

      for (const outcome of await attempts()) {
        expect(outcome.code).toBe('IN_USE')
        expect(outcome.message).toContain(`“${name}”`)
      }
      const answer = await app.rest('DELETE', `/${target}/${id}`, { as })
      expect(answer.status).toBe(409)
      expect(answer.body.errors[0].data.usedBy).toEqual([{ collection, id: user.id, name }])

      await update(collection, user.id, { _status: 'draft' })
      expect(await ofCall(update(target, id, trashed))).toEqual({})
      expect(
        await ofCall(app.payload.delete({ collection: target as 'reviews', id, trash: true })),
      ).toEqual({})
      const where = { id: { equals: id } }
      const left = await app.payload.count({ collection: target as 'reviews', trash: true, where })
      expect(left.totalDocs).toBe(0)
    },
  )

  it('may be deleted when only drafts use it, a newer draft of something published among them', async () => {
    const id = await targets.themes!()
    const { id: user } = await create('reviews', local({ name: 'Published', ...published }))
    await create('reviews', local({ name: 'Draft', themes: [id] }), { draft: true })
    await update('reviews', user, { themes: [id] }, { draft: true })
    expect(await ofCall(app.payload.delete({ collection: 'themes', id }))).toEqual({})
  })

  it('is kept while the page shows it', async () => {
    const { id } = await storeFile(app.payload)
    const introduction = { text: richText(picture(id)) }
    await app.payload.updateGlobal({
      slug: 'case-reviews-page',
      data: { heading: 'Case reviews', introduction, ...published } as never,
    })
    expect(await ofCall(app.payload.delete({ collection: 'files', id }))).toMatchObject({
      code: 'IN_USE',
      message: expect.stringContaining('“Case reviews”'),
    })
  })

  it('is not deleted many at once either', async () => {
    const id = await targets.themes!()
    await create('leaflets', leaflet({ title: 'Bulk', themes: [id], ...published }))
    const { errors } = await app.payload.delete({
      collection: 'themes',
      where: { id: { equals: id } },
    })
    expect(errors[0]?.message).toContain('“Bulk”')
  })
})

describe('what is no longer there when a document that refers to it is saved', () => {
  const gone = 999_999
  const sentence = /has been deleted meanwhile/
  const uses: [string, string, object][] = [
    ['a file', 'reviews', { reportFile: gone }],
    ['a theme', 'leaflets', { themes: [gone] }],
    ['an agency', 'reviews', { recommendations: [{ agencies: [gone] }] }],
    ['a document', 'framework-documents', { supersedes: gone }],
  ]

  it.each(uses)('%s: refuses the draft with a sentence, and keeps it', async (_, slug, values) => {
    const make = { reviews: local, leaflets: leaflet, 'framework-documents': frameworkDocument }
    const { id } = await create(slug, make[slug as 'reviews']({ name: 'Kept', title: 'Kept' }), {
      draft: true,
    })
    const as = app.editor
    const answer = await app.rest('PATCH', `/${slug}/${id}?draft=true`, { as, body: values })
    expect(answer.status).toBe(409)
    for (const outcome of [
      ofAnswer(answer),
      ofAnswer(await app.rest('POST', `/${slug}?draft=true`, { as, body: values })),
      await ofCall(update(slug, id, values, { draft: true })),
      await ofCall(update(slug, id, { ...values, ...published })),
    ])
      expect(outcome).toMatchObject({
        code: 'REFERENCE_GONE',
        message: expect.stringMatching(sentence),
      })
    const { body } = await app.rest('GET', `/${slug}/${id}?draft=true`, { as })
    expect(body).toMatchObject({
      [slug === 'reviews' ? 'name' : 'title']: 'Kept',
      _status: 'draft',
    })
  })
})

describe('a slug', () => {
  const year = new Date().getFullYear()

  it('is made from the name, with the year where two collide, then with a number', async () => {
    const slugs = []
    for (const values of [
      {},
      {},
      {},
      { publishedOn: '2019-11-27', previouslyPublishedAt: 'https://old.example' },
    ])
      slugs.push(
        (await create('reviews', local({ name: 'Child ‘Q’', ...values, ...published }))).slug,
      )
    expect(slugs).toEqual(['child-q', `child-q-${year}`, `child-q-${year}-2`, 'child-q-2019'])
  })

  it('is made for each kind apart', async () => {
    const slugs = [
      (await create('leaflets', leaflet({ title: 'Child Q', ...published }))).slug,
      (await create('framework-documents', frameworkDocument({ title: 'Child Q' }))).slug,
      (await create('themes', theme({ name: 'Child Q' }))).slug,
      (await create('agencies', { name: 'Child Q' })).slug,
    ]
    expect(slugs).toEqual(['child-q', 'child-q', 'child-q', 'child-q'])
  })

  it('follows the name of a draft, and stays once published', async () => {
    const { id, slug } = await create('reviews', local({ name: 'Working title' }), { draft: true })
    expect(slug).toBe('working-title')
    expect((await update('reviews', id, { name: 'Bella' }, { draft: true })).slug).toBe('bella')
    expect((await update('reviews', id, published)).slug).toBe('bella')
    expect((await update('reviews', id, { name: 'Bella and Ben' })).slug).toBe('bella')
  })

  it('stays, too, when a draft has another one, saved in the moment of the first publication', async () => {
    const { id } = await create('reviews', local({ name: 'Dora', ...published }))
    await update('reviews', id, { summary: richText('More.') }, { draft: true })
    await runSQL(
      app.payload,
      `update _reviews_v set version_slug = 'before' where parent_id = ${id} and latest`,
    )
    expect(await update('reviews', id, published)).toMatchObject({ slug: 'dora' })
    const asked = ofCall(update('reviews', id, { slug: 'another' }))
    expect((await asked).code).toBe('SLUG_FIXED')
  })

  it('may be written by an editor before that, and stays as written', async () => {
    const { id } = await create('reviews', local({ name: 'Carl', slug: 'Our Own / Slug' }), {
      draft: true,
    })
    const renamed = await update('reviews', id, { name: 'Carl and Max' }, { draft: true })
    expect(renamed.slug).toBe('our-own-slug')
  })

  it('never meets the one of a document in the trash or of a draft', async () => {
    const { id } = await create('reviews', local({ name: 'Twin' }), { draft: true })
    await update('reviews', id, trashed)
    expect((await create('reviews', local({ name: 'Twin' }), { draft: true })).slug).toBe(
      `twin-${year}`,
    )
  })

  it('that another document took while it stood in a draft only is made anew', async () => {
    const { id } = await create('reviews', local({ name: 'First name' }), { draft: true })
    await update('reviews', id, { name: 'Wanted' }, { draft: true })
    expect((await create('reviews', local({ name: 'Wanted', ...published }))).slug).toBe('wanted')
    expect((await update('reviews', id, published)).slug).toBe(`wanted-${year}`)
  })

  it('is given to a name without letters, too', async () => {
    const { slug } = await create('reviews', local({ name: '“…”', ...published }))
    expect(slug).toBe('untitled')
    expect((await create('agencies', { name: '警察' })).slug).toBe('untitled')
  })

  it('of two made at the same moment differs', async () => {
    const outcomes = await Promise.all(
      [1, 2, 3].map(() => ofCall(create('leaflets', leaflet({ title: 'At once', ...published })))),
    )
    const { docs } = await app.payload.find({
      collection: 'leaflets',
      where: { title: { equals: 'At once' } },
    })
    const slugs = docs.map(({ slug }) => slug)
    expect(new Set(slugs).size).toBe(slugs.length)
    expect(outcomes.filter(({ message }) => message).length).toBe(3 - slugs.length)
  })

  it('of a theme stays when it is renamed', async () => {
    const { id } = await create('themes', theme({ name: 'Hidden men' }))
    expect((await update('themes', id, { name: 'Fathers', slug: 'other' })).slug).toBe('hidden-men')
  })
})

describe('a framework document supersedes', () => {
  const edition = async (title: string, supersedes?: number) =>
    (await create('framework-documents', frameworkDocument({ title, supersedes, ...published }))).id

  it('never itself, on whatever way', async () => {
    const first = await edition('First')
    const second = await edition('Second', first)
    const third = await edition('Third', second)
    const as = app.editor

    for (const outcome of [
      ofAnswer(
        await app.rest('PATCH', `/framework-documents/${first}`, {
          as,
          body: { supersedes: third },
        }),
      ),
      ofAnswer(
        await app.graphql(
          `mutation { updateFrameworkDocument(id: ${first}, data: { supersedes: ${first} }) { id } }`,
          { as },
        ),
      ),
      await ofCall(update('framework-documents', first, { supersedes: second })),
      await ofCall(update('framework-documents', first, { supersedes: third }, { draft: true })),
    ])
      expect(outcome.code).toBe('SUPERSEDES_ITSELF')

    const { body } = await app.rest('PATCH', `/framework-documents/${first}`, {
      as,
      body: { supersedes: third },
    })
    expect(body.errors[0].data.errors[0].message).toContain('First → Third → Second → First')
  })

  it('any other', async () => {
    const old = await edition('Old')
    const next = await edition('Next')
    expect(await ofCall(update('framework-documents', next, { supersedes: old }))).toEqual({})
    expect(await ofCall(update('framework-documents', next, { supersedes: null }))).toEqual({})
    expect(await ofCall(update('framework-documents', old, { supersedes: next }))).toEqual({})
  })
})

describe('a file whose bytes are gone, as a crash while it was deleted leaves it', () => {
  it('is not published', async () => {
    const { filename, id } = await storeFile(app.payload)
    const draft = await create('reviews', local({ name: 'Lost', reportFile: id }))
    await unlink(path.join(app.payload.collections.files.config.upload.staticDir!, filename))
    const values = { reportAvailability: 'published', ...published }
    const outcome = await ofCall(update('reviews', draft.id as number, values))
    expect(outcome.code).toBe('FILE_LOST')
    expect((await app.rest('GET', `/reviews/${draft.id}`)).status).toBe(404)
  })
})

describe('a file in the trash', () => {
  it('is not published', async () => {
    const { id } = await storeFile(app.payload)
    await update('files', id, trashed)
    const outcome = await ofCall(
      create(
        'reviews',
        local({ name: 'No file', reportAvailability: 'published', reportFile: id, ...published }),
      ),
    )
    expect(outcome).toMatchObject({
      code: 'FILE_IN_TRASH',
      message: expect.stringContaining('Report on Alan'),
    })
    const { totalDocs } = await app.payload.count({
      collection: 'reviews',
      where: { name: { equals: 'No file' } },
    })
    expect(totalDocs).toBe(0)
  })
})

describe('what is in the trash, though its latest version says otherwise', () => {
  it('is not changed by what does not reach into the trash', async () => {
    const { id } = await create('leaflets', leaflet({ title: 'Thrown away', ...published }))
    await update('leaflets', id, trashed)
    // As two editors at once may leave it: each version of the same millisecond is the latest.
    await runSQL(
      app.payload,
      `update _leaflets_v set version_deleted_at = null where parent_id = ${id}`,
    )
    const attempts = [{ title: 'Changed' }, { _status: 'draft' }, { _status: 'published' }]
    for (const data of attempts)
      await expect(update('leaflets', id, data)).rejects.toThrow('Not Found')
    const [row] = await runSQL(
      app.payload,
      `select title, _status, deleted_at is not null as trashed from leaflets where id = ${id}`,
    )
    expect(row).toEqual({ title: 'Thrown away', _status: 'published', trashed: true })
    await update('leaflets', id, { deletedAt: null }, { trash: true })
  })
})
