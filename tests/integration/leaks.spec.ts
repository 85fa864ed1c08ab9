import type { CollectionSlug } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { type Answer, startTestApp, type TestApp } from '../helpers/app.ts'
import {
  frameworkDocument,
  leaflet,
  png,
  published,
  review,
  richText,
  storeFile,
  type StoredFile,
  theme,
} from '../helpers/content.ts'

/** In every value that no reader may see. */
const secret = 'Xanthippe'

let app: TestApp
let reader: string
let pictureFile: StoredFile
const id: Record<string, number> = {}
const version: Record<string, string> = {}

const create = async (collection: string, data: object, key: string, options: object = {}) => {
  const doc = await app.payload.create({
    collection: collection as CollectionSlug,
    data: data as never,
    ...options,
  })
  id[key] = doc.id as number
  return doc
}

const update = (collection: string, key: string, data: object, options: object = {}) =>
  app.payload.update({
    collection: collection as 'reviews',
    id: id[key]!,
    data: data as never,
    ...options,
  })

const publications = [
  ['reviews', 'Reviews', 'Review', 'name', review],
  ['leaflets', 'Leaflets', 'Leaflet', 'title', leaflet],
  ['framework-documents', 'FrameworkDocuments', 'FrameworkDocument', 'title', frameworkDocument],
] as const

const trashed = { deletedAt: '2026-01-01T00:00:00.000Z' }

beforeAll(async () => {
  app = await startTestApp({
    options: { protection: { reviews: 0, leaflets: 0 } },
    host: { collections: [{ slug: 'readers', auth: true, fields: [] }] },
    push: true,
  })
  const account = { email: 'reader@safeguarding.example', password: 'a long test password' }
  await app.payload.create({ collection: 'readers' as 'users', data: account })
  const { token } = await app.payload.login({ collection: 'readers' as 'users', data: account })
  reader = `JWT ${token}`

  const seededFrom = { key: `${secret} key`, fingerprint: secret }
  for (const [slug, , , name, values] of publications) {
    const as = (value: string) => values({ [name]: value, reviewType: 'local' })
    await create(slug, { ...as(secret), seededFrom }, `${slug} draft`, { draft: true })
    await create(slug, { ...as('Known'), ...published, seededFrom }, `${slug} published`)
    await update(slug, `${slug} published`, { [name]: `${secret} newer` }, { draft: true })
    await create(slug, { ...as(`${secret} trash`), ...published }, `${slug} trashed`)
    await update(slug, `${slug} trashed`, trashed)
    await create(slug, { ...as(`${secret} was public`), ...published }, `${slug} unpublished`)
    await update(slug, `${slug} unpublished`, { _status: 'draft' })
    const { docs } = await app.payload.findVersions({ collection: slug, limit: 1 })
    version[slug] = String(docs[0]!.id)
  }
  await create('themes', theme(), 'themes published')
  await create('themes', theme({ name: `${secret} theme` }), 'themes trashed')
  await update('themes', 'themes trashed', trashed)
  await create('agencies', { name: 'Police' }, 'agencies published')
  await create('agencies', { name: `${secret} agency` }, 'agencies trashed')
  await update('agencies', 'agencies trashed', trashed)

  pictureFile = await storeFile(app.payload, {
    bytes: await png(900, 600),
    mimetype: 'image/png',
    name: `${secret}.png`,
  })
  id['files draft'] = pictureFile.id
  const open = await storeFile(app.payload, { name: 'Known.pdf' })
  id['files published'] = open.id
  await create(
    'leaflets',
    leaflet({
      title: 'With file',
      file: open.id,
      ...published,
      reviews: [id['reviews draft'], id['reviews published']],
    }),
    'leaflet',
  )
  await create(
    'leaflets',
    leaflet({ title: `${secret} leaflet`, reviews: [id['reviews published']] }),
    'draft leaflet',
    { draft: true },
  )
  await create(
    'framework-documents',
    frameworkDocument({ title: 'Next', supersedes: id['framework-documents draft'], ...published }),
    'superseding',
  )
  await update('reviews', 'reviews draft', { related: [id['reviews published']] }, { draft: true })
  await create(
    'reviews',
    review({ name: 'Relating', reviewType: 'local', related: [id['reviews draft']], ...published }),
    'relating',
  )

  const warned = {
    name: 'Warned',
    reportAvailability: 'published',
    reportLink: 'https://a.example',
  }
  const { warnings } = (await create('reviews', review({ ...warned, ...published }), 'warned')) as {
    warnings?: unknown
  }
  expect(warnings).toHaveLength(3)

  await app.payload.updateGlobal({
    slug: 'case-reviews-page',
    data: {
      heading: `${secret} page`,
      seededFrom,
      introduction: { text: richText(secret) },
    } as never,
    draft: true,
  })
})

afterAll(() => app.stop())

const readers: [string, () => string | undefined][] = [
  ['an anonymous reader', () => undefined],
  ['a reader with an account of the host', () => reader],
]

const internal = ['warnings', 'refersTo', 'seededFrom', 'isPublic']

/** What is left of an internal field: nothing, an empty list or an empty group. */
const shown = (value: unknown) => JSON.stringify(Object.values(value ?? []).filter(Boolean))

const slugs = ['reviews', 'leaflets', 'framework-documents', 'themes', 'agencies', 'files']
const showsNothing = (answer: Answer) =>
  expect(String(JSON.stringify(answer.body))).not.toContain(secret)

describe.each(readers)('to %s', (_, as) => {
  const get = (path: string) => app.rest('GET', path, { as: as() })
  const ask = (query: string) => app.graphql(query, { as: as() })

  describe.each(slugs)('%s', (slug) => {
    it.each([
      '',
      '?draft=true',
      '?trash=true',
      '?draft=true&trash=true&depth=5&limit=0',
      '?where[deletedAt][exists]=true&trash=true',
      '?where[_status][equals]=draft&draft=true',
      '?pagination=false&depth=10&sort=-createdAt',
      '?select[warnings]=true&select[seededFrom]=true&select[refersTo]=true&select[isPublic]=true',
      '?populate[reviews][name]=true&populate[leaflets][title]=true&depth=3&draft=true',
      '?joins[leaflets][limit]=0&joins[leaflets][where][_status][equals]=draft&depth=3',
      '?showHiddenFields=true&overrideAccess=true',
    ])('find%s', async (query) => {
      const answer = await get(`/${slug}${query}`)
      showsNothing(answer)
      for (const doc of answer.body.docs ?? [])
        for (const field of internal) expect([field, shown(doc[field])]).toEqual([field, '[]'])
    })

    it.each(['', '?draft=true', '?trash=true', '?draft=true&trash=true&depth=5'])(
      'one by its id%s',
      async (query) => {
        for (const state of ['draft', 'trashed', 'unpublished', 'published']) {
          const key = id[`${slug} ${state}`]
          if (!key) continue
          const answer = await get(`/${slug}/${key}${query}`)
          showsNothing(answer)
          expect([state, answer.status]).toEqual([state, state === 'published' ? 200 : 404])
        }
      },
    )

    it.each(['', '?trash=true', '?draft=true', '?where[id][exists]=true&trash=true'])(
      'count%s',
      async (query) => {
        const { totalDocs } = (await get(`/${slug}/count${query}`)).body
        expect(totalDocs).toBe((await get(`/${slug}?limit=0`)).body.totalDocs)
      },
    )

    it.each(['warnings.code', 'refersTo', 'seededFrom.key', 'isPublic', 'version._status'])(
      'where and sort by %s',
      async (field) => {
        for (const operator of ['exists', 'equals', 'like', 'contains'])
          for (const path of [slug, `${slug}/count`]) {
            const { body, status } = await get(`/${path}?where[${field}][${operator}]=true`)
            if (status === 200) expect(body.docs ?? [], `${path} ${operator}`).toEqual([])
            if (status === 200) expect(body.totalDocs).toBe(0)
            else expect(status).toBe(400)
          }
        const sorted = (await get(`/${slug}?sort=${field}&limit=0`)).body
        const reversed = (await get(`/${slug}?sort=-${field}&limit=0`)).body
        const ids = ({ docs }: { docs?: { id: number }[] }) => docs?.map((doc) => doc.id)
        expect(ids(sorted)).toEqual(ids(reversed))
      },
    )

    it('no versions', async () => {
      for (const path of [`/${slug}/versions`, `/${slug}/versions/${version[slug] ?? 1}`]) {
        const answer = await get(path)
        showsNothing(answer)
        expect(answer.status).toBeGreaterThanOrEqual(403)
      }
    })

    it('no writing', async () => {
      const key = id[`${slug} published`]
      for (const [method, path] of [
        ['POST', `/${slug}`],
        ['PATCH', `/${slug}/${key}`],
        ['PATCH', `/${slug}?where[id][exists]=true`],
        ['DELETE', `/${slug}/${key}`],
        ['DELETE', `/${slug}?where[id][exists]=true`],
        ['POST', `/${slug}/versions/${version[slug] ?? 1}`],
      ] as const)
        expect(
          (await app.rest(method, path, { as: as(), body: {} })).status,
        ).toBeGreaterThanOrEqual(400)
      expect((await get(`/${slug}/${key}`)).status).toBe(200)
    })
  })

  it.each([
    [`where[reviews.name][contains]=${secret}`, 'leaflets'],
    [`where[reviews.slug][contains]=${secret.toLowerCase()}`, 'leaflets'],
    [`where[reviews.seededFrom.key][exists]=true`, 'leaflets'],
    [`where[related.name][contains]=${secret}`, 'reviews'],
    [`where[leaflets.title][contains]=${secret}`, 'reviews'],
    [`where[supersedes.title][contains]=${secret}`, 'framework-documents'],
    [`where[file.isPublic][equals]=true`, 'leaflets'],
    [`where[file.filename][exists]=true&where[file.isPublic][exists]=true`, 'leaflets'],
  ])('guessing across relations: %s', async (query, slug) => {
    for (const path of [slug, `${slug}/count`]) {
      const { body, status } = await get(`/${path}?${query}`)
      if (status === 200) expect(body.totalDocs, path).toBe(0)
      else expect(status, path).toBe(400)
    }
  })

  it.each([
    ['framework-documents', 'supersedes.title'],
    ['leaflets', 'reviews.name'],
    ['reviews', 'related.name'],
    ['leaflets', 'file.isPublic'],
  ])('sorting %s by %s shows nothing', async (slug, field) => {
    showsNothing(await get(`/${slug}?sort=${field}&depth=2`))
  })

  it('joins and relations lead to what is public only', async () => {
    for (const query of ['depth=1', 'depth=3&draft=true', 'depth=3&trash=true']) {
      const { body } = await get(`/reviews/${id['reviews published']}?${query}`)
      const titles = body.leaflets.docs.map((doc: { title?: string }) => doc.title)
      expect(titles, query).toEqual(['With file'])
      const leaflets = await get(`/leaflets/${id.leaflet}?${query}`)
      showsNothing(leaflets)
    }
  })

  it('GraphQL answers what is public only', async () => {
    for (const [slug, plural, singular, name] of publications) {
      const query = (more: string) =>
        ask(
          `{ ${plural}(limit: 0 ${more}) { totalDocs docs { id ${name} } } count${plural}${more && `(${more})`} { totalDocs } }`,
        )
      for (const more of ['', 'draft: true', 'trash: true', 'draft: true, trash: true']) {
        const answer = await query(more)
        showsNothing(answer)
        // As a draft the list leaves out what has a newer draft; the count does not.
        if (!answer.body.errors && !more.includes('draft'))
          expect(answer.body.data[`count${plural}`].totalDocs).toBe(
            answer.body.data[plural].totalDocs,
          )
      }
      for (const state of ['draft', 'trashed', 'unpublished']) {
        const one = await ask(
          `{ ${singular}(id: ${id[`${slug} ${state}`]}, draft: true, trash: true) { id ${name} } }`,
        )
        expect(one.body.data?.[singular] ?? null).toBeNull()
      }
      for (const versions of [
        `{ versions${plural} { totalDocs docs { version { ${name} } } } }`,
        `{ version${singular}(id: ${version[slug]}) { version { ${name} } } }`,
      ]) {
        const answer = await ask(versions)
        showsNothing(answer)
        expect(answer.body.errors[0].extensions.statusCode).toBe(403)
      }
      for (const field of ['warnings { code }', 'refersTo', 'seededFrom { key }']) {
        const answer = await ask(`{ ${plural} { docs { ${field} } } }`)
        showsNothing(answer)
        for (const doc of answer.body.data?.[plural]?.docs ?? [])
          expect(shown(Object.values(doc as object)[0])).toBe('[]')
      }
    }
  })

  it('GraphQL joins lead to what is public only', async () => {
    const answer = await ask(`{
      Review(id: ${id['reviews published']}, draft: true) { leaflets(limit: 0) { docs { title } } }
      Leaflet(id: ${id.leaflet}) { reviews { name related { name } } }
      Filtered: Leaflets(where: { title: { contains: "${secret}" } }) { totalDocs }
    }`)
    showsNothing({ ...answer, body: answer.body.data })
    expect(answer.body.data.Review.leaflets.docs).toEqual([{ title: 'With file' }])
    expect(answer.body.data.Filtered.totalDocs).toBe(0)
  })

  it('what may be done is answered without content', async () => {
    for (const key of [id['reviews draft'], id['reviews trashed']])
      for (const answer of [
        await get('/access'),
        await app.rest('POST', `/reviews/access/${key}`, { as: as(), body: {} }),
        await ask('{ Access { reviews { read { permission } update { permission } } } }'),
        await ask(`{ docAccessReview(id: ${key}) { read { permission } update { permission } } }`),
      ]) {
        showsNothing(answer)
        const own = answer.body.collections?.reviews ?? answer.body
        expect(JSON.stringify(own)).not.toMatch(/"update":(true|\{"permission":true)/)
      }
  })

  it('what may be done with a draft is what may be done with nothing', async () => {
    const nothing = 999_999
    const allowed = async (key: number | undefined) => [
      (await app.rest('POST', `/reviews/access/${key}`, { as: as(), body: {} })).body,
      (
        await ask(
          `{ docAccessReview(id: ${key}) { read { permission } fields { name { read { permission } } } } }`,
        )
      ).body,
    ]
    for (const key of [id['reviews draft'], id['reviews trashed']])
      expect(await allowed(key)).toEqual(await allowed(nothing))
  })

  it('the page is not shown before it is published, nor a newer draft of it', async () => {
    const page = (query = '') => get(`/globals/case-reviews-page${query}`)
    for (const query of ['', '?draft=true', '?depth=5&draft=true']) showsNothing(await page(query))
    showsNothing(await ask('{ CaseReviewsPage(draft: true) { heading introduction { text } } }'))
    for (const path of ['/versions', '/versions/1'])
      expect((await page(path)).status).toBeGreaterThanOrEqual(403)
    showsNothing(await ask('{ versionsCaseReviewsPage { docs { version { heading } } } }'))
    expect(
      (await app.rest('POST', '/globals/case-reviews-page', { as: as(), body: {} })).status,
    ).toBe(403)
  })

  it('a private file and its small form have no address', async () => {
    const names = [pictureFile.filename, pictureFile.sizes?.thumbnail?.filename]
    for (const name of names) {
      expect(name).toBeTruthy()
      for (const headers of [undefined, { Range: 'bytes=0-9' }, { 'If-None-Match': '*' }] as (
        Record<string, string> | undefined
      )[]) {
        const answer = await app.rest('GET', `/files/file/${name}`, { as: as(), headers })
        expect([403, 404]).toContain(answer.status)
      }
    }
  })
})

describe('to an anonymous reader', () => {
  it.each(['users', 'payload-jobs', 'payload-locked-documents', 'payload-migrations', 'readers'])(
    '%s are closed',
    async (slug) => {
      for (const path of [slug, `${slug}/1`, `${slug}/count`]) {
        const answer = await app.rest('GET', `/${path}`)
        expect(answer.status, path).toBeGreaterThanOrEqual(403)
      }
    },
  )

  it('GraphQL users are closed', async () => {
    const { body } = await app.graphql('{ Users { docs { email } } }')
    expect(body.errors[0].extensions.statusCode).toBe(403)
    expect(JSON.stringify(body)).not.toContain('@')
  })

  it('jobs are not run', async () => {
    for (const as of [undefined, reader])
      expect((await app.rest('GET', '/payload-jobs/run', { as })).status).toBe(401)
  })
})
