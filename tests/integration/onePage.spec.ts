import { readFile } from 'node:fs/promises'
import path from 'node:path'

import { seed } from 'payload-safeguarding-reviews/seed'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { caseReviewsPageQuery } from '../../src/app/(site)/caseReviewsPageQuery.ts'
import type { PageContent } from '../../src/app/(site)/pageContent.ts'
import { startTestApp, type TestApp } from '../helpers/app.ts'
import { frameworkDocument, leaflet, published, review, richText } from '../helpers/content.ts'

const root = path.resolve(import.meta.dirname, '../..')
const sample = path.join(root, 'seed/sample/case-reviews.html')

/** The text without the indentation that all its lines share. */
const dedent = (text: string): string => {
  const lines = text.split('\n').filter((line) => line.trim())
  const indent = Math.min(...lines.map((line) => line.search(/\S/)))
  return lines.map((line) => line.slice(indent)).join('\n')
}

it('the README shows the query that the page asks', async () => {
  const readme = await readFile(path.join(root, 'README.md'), 'utf8')
  const shown = /```graphql\n(query CaseReviewsPage[\s\S]*?)```/.exec(readme)?.[1]
  expect(dedent(shown ?? '')).toBe(dedent(caseReviewsPageQuery))
})

describe('the one query, asked by an anonymous reader', () => {
  let app: TestApp

  beforeAll(async () => {
    app = await startTestApp()
  })
  afterAll(() => app.stop())

  const ask = async (): Promise<PageContent> => {
    const { body } = await app.graphql(caseReviewsPageQuery)
    expect(body.errors).toBeUndefined()
    return body.data
  }

  it('is answered when nothing has been published', async () => {
    const data = review({ name: 'Unfinished' }) as never
    await app.payload.create({ collection: 'reviews', data, draft: true })
    const answer = await ask()
    expect(answer.CaseReviewsPage?.heading ?? null).toBeNull()
    for (const list of ['Reviews', 'Leaflets', 'FrameworkDocuments'] as const)
      expect(answer[list].docs).toEqual([])
  })

  it('answers every sentence of the sample page', async () => {
    await seed({ payload: app.payload, source: sample })
    const answer = words(JSON.stringify(await ask()))
    const main = /<main[^>]*>([\s\S]*)<\/main>/.exec(await readFile(sample, 'utf8'))![1]!
    const paragraphs = [...main.matchAll(/<(p|li)>([\s\S]*?)<\/\1>/g)].map(([, , html]) => html!)
    expect(paragraphs.length).toBeGreaterThan(20)
    for (const html of paragraphs)
      for (const part of html.split(/<[^>]*>|(?<=[.?!])\s/))
        if (part.trim()) expect(answer).toContain(words(part))
  })

  it('answers what a review can hold besides', async () => {
    const agency = await app.payload.create({
      collection: 'agencies',
      data: { name: 'A new agency' },
    })
    const { docs } = await app.payload.find({
      collection: 'reviews',
      where: { slug: { equals: 'bella-and-ben' } },
    })
    await app.payload.create({
      collection: 'reviews',
      data: review({
        ...published,
        name: 'Everything',
        reportAvailability: 'delayed',
        reportReason: 'An inquest.',
        reportExpectedOn: '2030-01-02',
        recommendations: [{ recommendation: 'Ask.', agencies: [agency.id], dueBy: '2027-03-04' }],
        changeNotes: [{ date: '2026-01-02', note: 'Corrected.' }],
        related: [docs[0]!.id],
        repositoryRecord: { url: 'https://repository.example/1', accessionNumber: 'C1' },
      }) as never,
    })
    const { Reviews } = await ask()
    expect(Reviews.docs[0]).toMatchObject({
      name: 'Everything',
      reviewTypeLabel: 'Local Child Safeguarding Practice Review',
      reportReason: 'An inquest.',
      reportExpectedOn: '2030-01-02',
      recommendations: [
        { recommendation: 'Ask.', agencies: [{ name: 'A new agency' }], dueBy: '2027-03-04' },
      ],
      changeNotes: [{ date: '2026-01-02', note: 'Corrected.' }],
      related: [{ name: 'Bella and Ben', slug: 'bella-and-ben' }],
      repositoryRecord: { accessionNumber: 'C1' },
    })
  })

  it('orders newest first, a month by its last day among days, then by name', async () => {
    const before = { previouslyPublishedAt: 'https://safeguarding.example', reviewType: 'local' }
    for (const [name, publishedOn, publishedOnPrecision] of [
      ['Order D', '2001-01-31', 'day'],
      ['Order B', '2001-01-30', 'day'],
      ['Order C', '2001-01-05', 'month'],
      ['Order A', '2001-02-01', 'day'],
      ['Order E', '2001-06-06', 'year'],
    ] as const)
      await app.payload.create({
        collection: 'reviews',
        data: review({ ...before, ...published, name, publishedOn, publishedOnPrecision }) as never,
      })
    const { Reviews } = await ask()
    const ours = Reviews.docs.filter(({ name }) => name.startsWith('Order'))
    expect(ours.map(({ name, publishedOn }) => [name, publishedOn])).toEqual([
      ['Order E', '2001'],
      ['Order A', '2001-02-01'],
      ['Order C', '2001-01'],
      ['Order D', '2001-01-31'],
      ['Order B', '2001-01-30'],
    ])
  })

  it('fills in what a text links to only as far as a reader may see it', async () => {
    const hidden = await app.payload.create({
      collection: 'framework-documents',
      data: frameworkDocument({ title: 'Xanthippe', link: 'https://secret.example' }) as never,
      draft: true,
    })
    const shown = await app.payload.create({
      collection: 'framework-documents',
      // Without anything to read, so that the system warns the editors.
      data: frameworkDocument({ ...published, title: 'Shown', summary: null }) as never,
    })
    const link = (value: number | string) => ({
      type: 'paragraph',
      version: 1,
      children: [
        {
          type: 'link',
          version: 3,
          fields: { linkType: 'internal', doc: { relationTo: 'framework-documents', value } },
          children: [],
        },
      ],
    })
    await app.payload.create({
      collection: 'leaflets',
      data: leaflet({
        ...published,
        title: 'With links',
        body: richText(link(hidden.id), link(shown.id)),
      }) as never,
    })
    const { Leaflets } = await ask()
    const text = JSON.stringify(Leaflets.docs.find(({ title }) => title === 'With links'))
    expect(text).toContain('"title":"Shown"')
    for (const internal of ['Xanthippe', 'secret.example', 'NOTHING_TO_READ', 'seededFrom'])
      expect(text).not.toContain(internal)
  })
})

/** Letters and digits only: quotes are escaped in JSON, and lines of HTML are broken. */
const words = (text: string): string =>
  text
    .replaceAll('&amp;', '&')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
