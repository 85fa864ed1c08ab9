import type { CollectionSlug } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { startTestApp, type TestApp } from '../helpers/app.ts'
import { leaflet, published, review, storeFile } from '../helpers/content.ts'
import { ofAnswer } from '../helpers/publicView.ts'

let app: TestApp

beforeAll(async () => {
  app = await startTestApp({
    options: {
      protection: { reviews: 0, leaflets: 18 },
      reviewTypes: (types) => [
        ...types.map((type) =>
          type.value === 'local' ? { ...type, label: 'Learning review' } : type,
        ),
        {
          value: 'SAR',
          label: 'Safeguarding Adult Review',
          statutory: true,
          requires: ['reviewer'],
          warns: { missing: ['agencies'] },
        },
      ],
      collections: {
        reviews: {
          slug: 'case-reviews',
          fields: ({ defaultFields }) => [
            ...defaultFields,
            { name: 'ward', type: 'relationship', relationTo: 'wards' as CollectionSlug },
            { name: 'annex', type: 'upload', relationTo: 'documents' as CollectionSlug },
          ],
        },
        files: { slug: 'documents' },
        leaflets: {
          access: ({ defaultAccess }) => ({ ...defaultAccess, delete: () => false }),
        },
        caseReviewsPage: { slug: 'our-page' },
      },
    },
    host: {
      collections: [
        { slug: 'wards', access: { read: () => true }, fields: [{ name: 'name', type: 'text' }] },
      ],
    },
    push: true,
  })
})

afterAll(() => app.stop())

const post = (body: object, slug = 'case-reviews') =>
  app.rest('POST', `/${slug}`, { as: app.editor, body })

describe('a host with its own names, types and fields', () => {
  it('publishes under them, and readers find it there', async () => {
    const ward = await post({ name: 'North' }, 'wards')
    const file = await storeFile(app.payload, { collection: 'documents' })
    const annex = await storeFile(app.payload, { collection: 'documents' })
    const { body } = await post({
      ...review({ reviewType: 'local', reportAvailability: 'published' }),
      reportFile: file.id,
      annex: annex.id,
      ward: ward.body.doc.id,
      ...published,
    })
    const { id } = body.doc
    expect(body.doc.protectedUntil).toBeNull()

    expect((await app.rest('GET', `/case-reviews/${id}`)).body.ward.name).toBe('North')
    const graphql = await app.graphql(
      `{ Review(id: ${id}) { name ward { name } reportFile { downloadName } } }`,
    )
    expect(graphql.body.data.Review).toMatchObject({ name: 'Alan', ward: { name: 'North' } })
    for (const { filename } of [file, annex])
      expect((await app.rest('GET', `/documents/file/${filename}`)).status).toBe(200)
    expect((await app.rest('DELETE', `/documents/${annex.id}`, { as: app.editor })).status).toBe(
      409,
    )
    expect((await app.rest('GET', '/globals/our-page')).status).toBe(200)
    expect((await app.rest('GET', '/reviews')).status).toBe(404)
  })

  it('gets the rules of its own type, which statute protects whatever the host sets', async () => {
    const without = await post({ ...review({ reviewType: 'SAR' }), ...published })
    expect(ofAnswer(without).code).toBe('REVIEW_TYPE_DEMANDS')
    expect(without.body.errors[0].data.errors[0]).toMatchObject({
      path: 'reviewer',
      message: 'A Safeguarding Adult Review cannot be published without this.',
    })

    const { body } = await post({
      ...review({ reviewType: 'SAR', reviewer: 'A. Reviewer', reportAvailability: 'published' }),
      reportLink: 'https://board.example/sar',
      ...published,
    })
    expect(
      body.doc.warnings.map(({ code, path }: { code: string; path: string }) => `${path} ${code}`),
    ).toEqual(['agencies REPORT_DETAIL_MISSING'])
    const unpublish = await app.rest('PATCH', `/case-reviews/${body.doc.id}`, {
      as: app.editor,
      body: { _status: 'draft' },
    })
    expect(ofAnswer(unpublish).code).toBe('PUBLICATION_PROTECTED')
    expect(unpublish.body.errors[0].data.collection).toBe('case-reviews')
  })

  it('refuses a type that it does not have', async () => {
    expect((await post({ ...review({ reviewType: 'XYZ' }), ...published })).status).toBe(400)
  })

  it('has its own access and period', async () => {
    const { body } = await post({ ...leaflet(), ...published }, 'leaflets')
    const [year, month] = body.doc.publishedOn.split('-').map(Number)
    const due = new Date(Date.UTC(year, month - 1 + 18, 1)).toISOString().slice(0, 7)
    expect(body.doc.protectedUntil.slice(0, 7)).toBe(due)
    expect((await app.rest('DELETE', `/leaflets/${body.doc.id}`, { as: app.editor })).status).toBe(
      403,
    )
  })
})
