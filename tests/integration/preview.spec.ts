import type { CollectionSlug } from 'payload'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'

import { previewToken, readPreviewToken } from '../../hooks/operations/previewTokens.ts'
import { account } from '../helpers/accounts.ts'
import { type Answer, startTestApp, type TestApp } from '../helpers/app.ts'
import {
  frameworkDocument,
  leaflet,
  picture,
  png,
  published,
  review,
  richText,
  storeFile,
  type StoredFile,
  theme,
} from '../helpers/content.ts'
import { usersWithKeys } from '../helpers/people.ts'
import { runSQL } from '../helpers/sql.ts'

let app: TestApp
let contributor: string
let reader: string
const apiKey = 'a-key-of-a-program-for-tests'

/** Files that a storage adapter of the host keeps, by their names. */
const elsewhere = new Map<string, Buffer>()

beforeAll(async () => {
  app = await startTestApp({
    options: { protection: { reviews: 0, leaflets: 0 } },
    host: {
      collections: [usersWithKeys, { slug: 'readers', auth: true, fields: [] }],
      plugins: [
        (config) => ({
          ...config,
          collections: config.collections?.map((collection) =>
            collection.slug === 'files' && typeof collection.upload === 'object'
              ? {
                  ...collection,
                  upload: {
                    ...collection.upload,
                    handlers: [
                      (_req, { params: { filename } }) => {
                        const bytes = elsewhere.get(filename)
                        return bytes && new Response(new Uint8Array(bytes))
                      },
                    ],
                  },
                }
              : collection,
          ),
        }),
      ],
    },
    push: true,
  })
  contributor = (await account(app, 'contributor', ['contributor'])).as
  const data = { email: 'reader@safeguarding.example', password: 'a long test password' }
  await app.payload.create({ collection: 'readers' as 'users', data })
  const { token } = await app.payload.login({ collection: 'readers' as 'users', data })
  reader = `JWT ${token}`
  await app.payload.create({
    collection: 'users',
    data: {
      email: 'program@safeguarding.example',
      password: 'a long test password',
      publishingRoles: ['administrator', 'approver'],
      enableAPIKey: true,
      apiKey,
    } as never,
  })
})

afterAll(() => app.stop())
afterEach(() => void vi.useRealTimers())

const create = async (collection: string, data: object, options: object = {}): Promise<number> => {
  const made = { collection: collection as CollectionSlug, data: data as never, ...options }
  return (await app.payload.create(made)).id as number
}
const draft = (data: object = {}) =>
  create('reviews', review({ reviewType: 'local', ...data }), { draft: true })
const save = (id: number, data: object, query = '') =>
  app.rest('PATCH', `/reviews/${id}?draft=true${query}`, { as: app.editor, body: data })
/** As the admin does. */
const trash = async (id: number) => {
  const body = { deletedAt: new Date().toISOString() }
  const answer = await app.rest('PATCH', `/reviews/${id}`, { as: app.editor, body })
  expect(answer.status).toBe(200)
}

const ask = (id: number, as: string | undefined = contributor, slug = 'reviews') =>
  app.rest('POST', `/${slug}/${id}/preview-link`, { as, body: {} })
const linkTo = async (id: number, slug = 'reviews'): Promise<string> => {
  const { body, status } = await ask(id, contributor, slug)
  expect([status, body.errors]).toEqual([200, undefined])
  return body.url.split('/').at(-1)
}
const read = (token: string, slug = 'reviews', headers?: Record<string, string>) =>
  app.rest('GET', `/${slug}/preview/${encodeURIComponent(token)}`, { headers })
const fileOf = (token: string, filename: string, slug = 'reviews') =>
  app.rest('GET', `/${slug}/preview/${token}/files/${encodeURIComponent(filename)}`)

/** Nothing in between keeps it, finds it or tells its address. */
const expectUnseen = ({ headers }: Answer) =>
  expect(
    ['Cache-Control', 'X-Robots-Tag', 'Referrer-Policy'].map((name) => headers.get(name)),
  ).toEqual(['no-store', 'noindex', 'no-referrer'])

const expectNothing = (answer: Answer, code = 'PREVIEW_NOT_FOUND') => {
  const status = code === 'PREVIEW_EXPIRED' ? 410 : 404
  expect([answer.status, answer.body.errors?.[0].data]).toEqual([status, { code }])
  expect(Object.keys(answer.body)).toEqual(['errors'])
  expectUnseen(answer)
}

describe('a link to a draft', () => {
  it('holds for seven days, and says so', async () => {
    const { body } = await ask(await draft())
    expect(body.url).toMatch(/^http:\/\/localhost:3000\/preview\/reviews\/[\w.-]+$/)
    const days = (new Date(body.expiresAt).getTime() - Date.now()) / (24 * 60 * 60 * 1000)
    expect(days).toBeCloseTo(7, 2)
  })

  it.each([
    ['a path', '/drafts?of={collection}&token={token}', 'http://localhost:3000/drafts?of=reviews&'],
    ['an address', 'https://a.example/{collection}/{token}', 'https://a.example/reviews/'],
    [
      'a function',
      ({ collection, id }: { collection: string; id: number | string }) =>
        `https://a.example/${collection}/${typeof id}`,
      'https://a.example/reviews/number',
    ],
  ])('leads to the frontend, said by %s', async (_, url, beginning) => {
    const settings = app.payload.config.custom!.safeguardingReviews
    const before = settings.preview
    // It is read anew for each link.
    Object.assign(settings, { preview: { days: 1, url } })
    const { body } = await ask(await draft())
    Object.assign(settings, { preview: before })
    expect(body.url.startsWith(beginning)).toBe(true)
    expect(new Date(body.expiresAt).getTime() - Date.now()).toBeLessThanOrEqual(24 * 60 * 60 * 1000)
  })

  it('shows the draft as readers would get it', async () => {
    const themes = [await create('themes', theme({ name: 'shown' }))]
    const hidden = await draft({ name: 'Not public' })
    const open = await create(
      'reviews',
      review({ name: 'Open', reviewType: 'local', ...published }),
    )
    const id = await draft({ name: 'Child T', themes, related: [hidden, open] })
    const drawn = { title: 'Drawn from it', reviews: [id] }
    await create('leaflets', leaflet({ ...drawn, ...published }))
    await create('leaflets', leaflet({ ...drawn, title: 'Not public' }), { draft: true })
    const answer = await read(await linkTo(id))
    expect(answer.status).toBe(200)
    expectUnseen(answer)
    const { doc, expiresAt } = answer.body
    expect(expiresAt).toMatch(/Z$/)
    expect(doc).toMatchObject({
      id,
      _status: 'draft',
      name: 'Child T',
      reviewTypeLabel: 'Local case review',
      themes: [{ name: 'shown' }],
      leaflets: { docs: [{ title: 'Drawn from it' }] },
      related: [hidden, { name: 'Open' }],
    })
    expect(doc.leaflets.docs).toHaveLength(1)
    // The leaflet itself leads back to it only then.
    delete doc.leaflets
    // What a reader would be answered once it is public differs in nothing but that.
    await app.payload.update({ collection: 'reviews', id, data: published })
    const { body } = await app.rest('GET', `/reviews/${id}`)
    delete body.leaflets
    const stamps = ['_status', 'updatedAt', 'firstPublishedAt', 'lastPublicChangeAt', 'publishedOn']
    for (const stamp of [...stamps, 'slug', 'protectedUntil', 'replacedDocuments']) {
      delete body[stamp]
      delete doc[stamp]
    }
    expect(doc).toEqual(body)
  })

  it('shows nothing that is for staff only, to staff neither', async () => {
    const id = await draft({ seededFrom: { key: 'secret', fingerprint: 'secret' } })
    const token = await linkTo(id)
    const anonymous = await read(token)
    expect(anonymous.body.doc).not.toHaveProperty('refersTo')
    expect(JSON.stringify(anonymous.body)).not.toContain('secret')
    const asStaff = await read(token, 'reviews', { Authorization: app.editor })
    expect(asStaff.body).toEqual(anonymous.body)
  })

  it.each([
    ['leaflets', leaflet, 'title'],
    ['framework-documents', frameworkDocument, 'title'],
  ] as const)('shows %s, too', async (slug, values, name) => {
    const id = await create(slug, values({ [name]: 'Prepared' }), { draft: true })
    const answer = await read(await linkTo(id, slug), slug)
    expect(answer.body.doc).toMatchObject({ id, title: 'Prepared' })
  })
})

describe('is made by people who may write drafts only', () => {
  it.each([
    ['nobody', () => undefined, 404, undefined],
    ['a reader with an account of the host', () => reader, 404, undefined],
    ['a program', () => `users API-Key ${apiKey}`, 409, 'PREVIEW_NEEDS_A_PERSON'],
  ])('not by %s', async (_, as, status, code) => {
    const id = await draft()
    const answer = await app.rest('POST', `/reviews/${id}/preview-link`, { as: as(), body: {} })
    expect([answer.status, answer.body.errors[0].data?.code]).toEqual([status, code])
    expect(answer.body).not.toHaveProperty('url')
  })

  it.each([['privateNames'], ['withdrawal']] as const)(
    'not with the role %s alone',
    async (role) => {
      const { as } = await account(app, `only-${role}`, [role])
      const { body, status } = await ask(await draft(), as)
      expect([status, body.errors[0].data.code]).toEqual([409, 'PREVIEW_NOT_YOURS'])
    },
  )

  it('not where there is nothing to show', async () => {
    const open = await create('reviews', review({ reviewType: 'local', ...published }))
    expect((await ask(open)).body.errors[0].data.code).toBe('PREVIEW_WITHOUT_DRAFT')
    expect((await ask(999_999)).status).toBe(404)
    const trashed = await draft()
    await trash(trashed)
    expect((await ask(trashed)).status).toBe(404)
    const binned = await draft()
    await save(binned, { deletedAt: new Date().toISOString() })
    expect((await ask(binned)).body.errors[0].data.code).toBe('PREVIEW_WITHOUT_DRAFT')
  })
})

describe('shows the very version for which it was made', () => {
  it('and no newer one', async () => {
    const id = await draft({ name: 'First' })
    const token = await linkTo(id)
    await save(id, { name: 'Second' })
    expect((await read(token)).body.doc.name).toBe('First')
    const newer = await linkTo(id)
    expect((await read(newer)).body.doc.name).toBe('Second')
    expect((await read(token)).body.doc.name).toBe('First')
  })

  it('nor what saving by itself writes over it', async () => {
    const recommendations = [{ recommendation: 'Ask the child.' }]
    const themes = [await create('themes', theme({ name: 'kept' }))]
    const id = await draft({ name: 'Manual' })
    const repositoryRecord = { accessionNumber: '2026', keywords: ['one', 'two'] }
    const file = await storeFile(app.payload)
    const summary = richText('What happened.', picture(file.id))
    const rest = { recommendations, repositoryRecord, reportFile: file.id, summary, themes }
    await save(id, { name: 'By itself', ...rest }, '&autosave=true')
    const token = await linkTo(id)
    await save(id, { name: 'By itself, once more' }, '&autosave=true')
    await save(id, { name: 'And again' }, '&autosave=true')
    expect((await read(token)).body.doc).toMatchObject({
      name: 'By itself',
      recommendations: [{ recommendation: 'Ask the child.' }],
      reportFile: { id: file.id },
      repositoryRecord,
      themes: [{ name: 'kept' }],
    })
    // Nothing of it is lost, in that version or in what follows.
    const { docs } = await app.payload.findVersions({
      collection: 'reviews',
      depth: 0,
      sort: '-updatedAt',
      where: { parent: { equals: id } },
    })
    expect(docs.map(({ version }) => version.name)).toEqual(['And again', 'By itself', 'Manual'])
    for (const { version } of docs.slice(0, 2)) expect(version).toMatchObject(rest)
  })

  it('and nothing once that was written over all the same', async () => {
    const id = await draft({ name: 'Before' })
    const token = await linkTo(id)
    const { version } = readPreviewToken(app.payload.secret, token)!
    await app.payload.db.updateVersion({
      collection: 'reviews',
      id: version,
      versionData: { updatedAt: new Date().toISOString(), version: { name: 'After' } } as never,
    })
    expectNothing(await read(token))
  })

  it('over something public, which stays as it is', async () => {
    const id = await create(
      'reviews',
      review({ name: 'Public', reviewType: 'local', ...published }),
    )
    await save(id, { name: 'Corrected' })
    const token = await linkTo(id)
    expect((await read(token)).body.doc.name).toBe('Corrected')
    expect((await app.rest('GET', `/reviews/${id}`)).body.name).toBe('Public')
  })
})

describe('leads nowhere', () => {
  it('with any part altered, or for another document', async () => {
    const [one, other] = [await draft({ name: 'One' }), await draft({ name: 'Other' })]
    const [token, second] = [await linkTo(one), await linkTo(other)]
    const [claims, signature] = token.split('.') as [string, string]
    const change = (part: string, at: number) =>
      part.slice(0, at) + (part[at] === 'A' ? 'B' : 'A') + part.slice(at + 1)
    for (const altered of [
      `${change(claims, 0)}.${signature}`,
      `${change(claims, claims.length - 1)}.${signature}`,
      `${claims}.${change(signature, 0)}`,
      `${claims}.${change(signature, 42)}`,
      `${second.split('.')[0]}.${signature}`,
      `${claims}.`,
      claims,
      '..',
      '../1',
    ])
      expectNothing(await read(altered))
    expectNothing(await read(token, 'leaflets'))
    const made = readPreviewToken(app.payload.secret, token)!
    expectNothing(await read(previewToken('another secret', made)))
    // Signed, but for a version of another document.
    expectNothing(await read(previewToken(app.payload.secret, { ...made, id: other })))
  })

  it('when its time is over', async () => {
    const token = await linkTo(await draft())
    vi.useFakeTimers({ toFake: ['Date'] })
    const later = (hours: number) => new Date(Date.now() + hours * 60 * 60 * 1000)
    vi.setSystemTime(later(7 * 24 - 1))
    expect((await read(token)).status).toBe(200)
    vi.setSystemTime(later(2))
    expectNothing(await read(token), 'PREVIEW_EXPIRED')
    expectNothing(await fileOf(token, 'any.pdf'), 'PREVIEW_EXPIRED')
  })

  it('when the document is in the trash, and when it is gone', async () => {
    const [id, binned] = [await draft(), await draft()]
    const [token, second] = [await linkTo(id), await linkTo(binned)]
    await trash(id)
    await save(binned, { deletedAt: new Date().toISOString() })
    for (const link of [token, second]) expectNothing(await read(link))
    const gone = await draft()
    const other = await linkTo(gone)
    await app.payload.delete({ collection: 'reviews', id: gone })
    expectNothing(await read(other))
  })

  it('when it is withdrawn', async () => {
    const id = await create('reviews', review({ reviewType: 'local', ...published }))
    await save(id, { name: 'Corrected' })
    const token = await linkTo(id)
    // As the act of two people leaves its row.
    await runSQL(app.payload, `update reviews set withdrawn_at = now() where id = ${id}`)
    expectNothing(await read(token))
    expect((await ask(id)).body.errors[0].data.code).toBe('PREVIEW_WITHOUT_DRAFT')
  })
})

describe('the files of a draft', () => {
  let report: StoredFile
  let shown: StoredFile
  let stranger: StoredFile
  let token: string

  beforeAll(async () => {
    report = await storeFile(app.payload, { name: 'Report on T.pdf' })
    stranger = await storeFile(app.payload, { name: 'Something else.pdf' })
    const bytes = await png(900, 600)
    shown = await storeFile(app.payload, { bytes, mimetype: 'image/png', name: 'Map.png' })
    const id = await draft({
      reportAvailability: 'published',
      reportFile: report.id,
      learning: richText('See', picture(shown.id)),
    })
    token = await linkTo(id)
  })

  it('are filled in, at addresses of the link', async () => {
    const { doc } = (await read(token)).body
    const base = `http://localhost:3000/api/reviews/preview/${token}/files/`
    expect(doc.reportFile).toMatchObject({
      downloadName: 'Report on T.pdf',
      url: base + report.filename,
    })
    expect(doc.reportFile).not.toHaveProperty('isPublic')
    const { value } = doc.learning.root.children[1]
    const { filename } = shown.sizes!.thumbnail!
    expect(value).toMatchObject({
      url: base + shown.filename,
      thumbnailURL: base + filename,
      sizes: { thumbnail: { url: base + filename } },
    })
    expect(JSON.stringify(doc)).not.toContain('/api/files/file/')
  })

  it('are sent as readers would get them, and kept by nobody', async () => {
    const answer = await fileOf(token, report.filename)
    expect(answer.status).toBe(200)
    expectUnseen(answer)
    expect(String(answer.body.subarray(0, 5))).toBe('%PDF-')
    expect(answer.headers.get('Content-Type')).toBe('application/pdf')
    expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff')
    expect(answer.headers.get('Content-Disposition')).toBe('inline; filename="Report on T.pdf"')
    const small = await fileOf(token, shown.sizes!.thumbnail!.filename!)
    expect([small.status, small.headers.get('Content-Type')]).toEqual([200, 'image/png'])
  })

  it('are read from where a storage adapter keeps them', async () => {
    elsewhere.set(report.filename, Buffer.from('kept elsewhere'))
    const answer = await fileOf(token, report.filename)
    elsewhere.clear()
    expect(String(answer.body)).toBe('kept elsewhere')
  })

  it('are those to which the version refers, and no others', async () => {
    const other = await linkTo(await draft())
    for (const answer of [
      await fileOf(token, stranger.filename),
      await fileOf(other, report.filename),
      await fileOf(token, 'report-on-t.pdf'),
      await fileOf(token, report.downloadName),
      await fileOf(token, `../files/${report.filename}`),
      await fileOf(token, '../../../../etc/passwd'),
      await fileOf(token, `${report.filename}\0`),
      await fileOf(token, '.'),
      await fileOf(`${token}A`, report.filename),
    ])
      expectNothing(answer)
    expectNothing(await fileOf(token, report.filename, 'leaflets'))
  })

  it('stay private at their own address', async () => {
    const own = `/files/file/${report.filename}`
    for (const answer of [
      await app.rest('GET', own),
      await app.rest('GET', `${own}?token=${token}`),
      await app.rest('GET', own, { headers: { Authorization: `Bearer ${token}` } }),
    ])
      expect([403, 404]).toContain(answer.status)
  })

  it('that are in the trash are not there', async () => {
    const file = await storeFile(app.payload, { name: 'Trashed.pdf' })
    const id = await draft({ reportFile: file.id })
    const link = await linkTo(id)
    const data = { deletedAt: new Date().toISOString() } as never
    await app.payload.update({ collection: 'files', id: file.id, data })
    expectNothing(await fileOf(link, file.filename))
    expect((await read(link)).body.doc.reportFile?.url).toBeUndefined()
  })
})

describe('elsewhere a link opens nothing', () => {
  it.each([
    ['without it', () => ({})],
    ['in a header', (token: string) => ({ headers: { Authorization: `JWT ${token}` } })],
    ['as a cookie', (token: string) => ({ headers: { Cookie: `payload-token=${token}` } })],
    [
      'in the address',
      (token: string) => ({ query: `?preview=${token}&token=${token}&draft=true` }),
    ],
  ])('%s', async (_, given) => {
    const id = await draft({ name: 'Xanthippe' })
    const token = await linkTo(id)
    const { headers, query = '' } = given(token) as {
      headers?: Record<string, string>
      query?: string
    }
    expect((await app.rest('GET', `/reviews/${id}${query}`, { headers })).status).toBe(404)
    const list = await app.rest('GET', `/reviews${query}`, { headers })
    const asked = `{ Review(id: ${id}, draft: true) { name } Reviews(draft: true) { docs { name } } }`
    const graphql = await app.graphql(asked, { headers })
    for (const { body } of [list, graphql]) expect(JSON.stringify(body)).not.toContain('Xanthippe')
  })
})
