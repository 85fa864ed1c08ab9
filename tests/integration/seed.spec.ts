import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

import type { CollectionBeforeValidateHook, Payload, Plugin } from 'payload'
import { seed, type SeedItem } from 'payload-safeguarding-reviews/seed'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { startTestApp, type TestApp } from '../helpers/app.ts'
import { pageSentences, readPublicText } from '../helpers/seed/publicText.ts'

const sampleFolder = fileURLToPath(new URL('../../seed/sample', import.meta.url))
const sample = path.join(sampleFolder, 'case-reviews.html')

let app: TestApp
let payload: Payload
let folder: string
/** The review that a host's own hook refuses. */
let refusedName: string | undefined

const refuseName: CollectionBeforeValidateHook = ({ data }) => {
  if (data?.name && data.name === refusedName) throw new Error('Not this one.')
  return data
}

const refusingHost: Plugin = (config) => ({
  ...config,
  collections: config.collections?.map((collection) =>
    collection.slug === 'reviews'
      ? { ...collection, hooks: { ...collection.hooks, beforeValidate: [refuseName] } }
      : collection,
  ),
})

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'reviews-seed-'))
  await cp(sampleFolder, path.join(folder, 'page'), { recursive: true })
  app = await startTestApp({ host: { plugins: [refusingHost] } })
  payload = app.payload
})

afterAll(async () => {
  await app.stop()
  await rm(folder, { recursive: true, force: true })
})

const collections = [
  'reviews',
  'leaflets',
  'framework-documents',
  'files',
  'themes',
  'agencies',
] as const

async function countAll(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const collection of collections) {
    counts[collection] = (await payload.count({ collection })).totalDocs
  }
  for (const collection of ['reviews', 'leaflets', 'framework-documents'] as const) {
    counts[`${collection} versions`] = (await payload.countVersions({ collection })).totalDocs
  }
  counts['page versions'] = (
    await payload.countGlobalVersions({ global: 'case-reviews-page' })
  ).totalDocs
  return counts
}

const tally = (items: SeedItem[], kinds?: SeedItem['kind'][]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const { action, reason, kind } of items) {
    if (kinds && !kinds.includes(kind)) continue
    const key = reason ? `${action} ${reason}` : action
    counts[key] = (counts[key] ?? 0) + 1
  }
  return counts
}

const publications: SeedItem['kind'][] = ['review', 'leaflet', 'framework-document', 'page']

async function reviewNamed(name: string) {
  const { docs } = await payload.find({
    collection: 'reviews',
    draft: true,
    depth: 1,
    where: { name: { equals: name } },
  })
  return docs[0]!
}

/** The sample with some words exchanged, as the site's next edition. */
async function editedSample(change: (html: string) => string): Promise<string> {
  const file = path.join(folder, 'page', 'case-reviews.html')
  await writeFile(file, change(await readFile(sample, 'utf8')))
  return file
}

beforeEach(() => {
  refusedName = undefined
})

describe('seeding an empty installation', () => {
  it('writes nothing in a dry run', async () => {
    const { items } = await seed({ payload, source: sample, dryRun: true })
    expect(tally(items)).toEqual({ create: 19 })
    expect(Object.values(await countAll()).every((count) => count === 0)).toBe(true)
  })

  it('lets one refused review fail alone, with nothing of it left, and writes the rest', async () => {
    refusedName = 'Alan'
    const result = await seed({ payload, source: sample })
    expect(result.failed).toBe(true)
    expect(result.items.filter(({ failure }) => failure)).toMatchObject([
      { kind: 'review', name: 'Alan', failure: 'Not this one.' },
    ])
    const counts = await countAll()
    expect(counts).toMatchObject({ reviews: 6, leaflets: 3, 'framework-documents': 4, files: 2 })
  })

  it('goes on in the next run where an earlier one ended', async () => {
    const { items, failed } = await seed({ payload, source: sample })
    expect(failed).toBe(false)
    expect(tally(items, publications)).toEqual({ create: 1, 'leave unchanged': 14 })
    expect(await countAll()).toMatchObject({ reviews: 7, files: 3, themes: 46, agencies: 11 })
  })
})

describe('what was seeded', () => {
  it('has the seven reviews with type, date and precision', async () => {
    const { docs } = await payload.find({
      collection: 'reviews',
      overrideAccess: false,
      sort: '-publishedOn',
      depth: 0,
    })
    expect(
      docs.map(({ name, reviewType, publishedOn, publishedOnPrecision }) =>
        [name, reviewType, publishedOn?.slice(0, 10), publishedOnPrecision].join(' · '),
      ),
    ).toEqual([
      'Alan · LCSPR · 2023-03-20 · day',
      'Bella and Ben · LCSPR · 2022-12-12 · day',
      'Babies with Injuries · thematic · 2022-01-26 · day',
      'Child Y · local · 2020-01-31 · month',
      'Child Q · SCR · 2019-11-27 · day',
      'Child M · SCR · 2019-09-30 · month',
      'Child G · SCR · 2019-08-31 · month',
    ])
  })

  it('gives every sentence of the page back to anonymous readers, as often as the page says it', async () => {
    const text = await readPublicText(app)
    const sentences = await pageSentences(sample)
    const page = sentences.join('\n')
    const timesIn = (whole: string, sentence: string): number => whole.split(sentence).length - 1
    expect(sentences.length).toBeGreaterThan(40)
    expect(
      sentences.filter((sentence) => timesIn(text, sentence) !== timesIn(page, sentence)),
    ).toEqual([])
  })

  it('has the report with its review and the leaflets with theirs', async () => {
    const alan = await reviewNamed('Alan')
    expect(alan.reportAvailability).toBe('published')
    expect(alan.reportFile).toMatchObject({ title: 'Alan: report', mimeType: 'application/pdf' })
    const { docs } = await payload.find({
      collection: 'leaflets',
      overrideAccess: false,
      sort: 'title',
    })
    expect(
      docs.map(({ title, kind, file, reviews }) => [
        title,
        kind,
        Boolean(file),
        reviews?.map((review) => typeof review === 'object' && review.name),
      ]),
    ).toEqual([
      ['Child G learning leaflet', 'learningLeaflet', false, ['Child G']],
      ['Child M learning leaflet', 'learningLeaflet', true, ['Child M']],
      ['Child Y practice brief', 'practiceBrief', true, ['Child Y']],
    ])
  })

  it('says that old dates come from a saved page, and names the body that published Child M', async () => {
    expect(await reviewNamed('Child M')).toMatchObject({
      previouslyPublishedAt: 'Seeded from the saved page case-reviews.html',
      publishedBy: { body: 'anotherBody', name: 'Oxfordshire Safeguarding Children’s Board' },
      reportAvailability: 'notStated',
    })
  })
})

describe('seeding again', () => {
  it('changes nothing and makes no new versions', async () => {
    const before = await countAll()
    const { items } = await seed({ payload, source: sample })
    expect(tally(items)).toEqual({ 'leave unchanged': 19 })
    expect(await countAll()).toEqual(before)
  })

  it('changes only what the page has changed', async () => {
    const source = await editedSample((html) =>
      html.replace('Two small children', 'Two young children'),
    )
    const { items } = await seed({ payload, source })
    expect(items.filter(({ action }) => action === 'change')).toMatchObject([
      { name: 'Bella and Ben' },
    ])
    expect(JSON.stringify((await reviewNamed('Bella and Ben')).summary)).toContain(
      'Two young children',
    )
    await seed({ payload, source: sample })
  })

  it('stops between two documents when told to, and goes on in the next run', async () => {
    const source = await editedSample((html) => html.replace('Two small children', 'Two children'))
    const before = await countAll()
    const stopped = await seed({ payload, source, signal: AbortSignal.abort() })
    expect(stopped.stopped).toBe(true)
    expect(await countAll()).toEqual(before)
    await seed({ payload, source })
    expect(JSON.stringify((await reviewNamed('Bella and Ben')).summary)).toContain('Two children')
    await seed({ payload, source: sample })
  })

  it('attaches a new file when the file has changed, and only then', async () => {
    const source = await editedSample((html) => html)
    const file = path.join(folder, 'page/files/child-y-practice-brief.pdf')
    await writeFile(
      file,
      Buffer.concat([await readFile(file), Buffer.from('\n% second edition\n')]),
    )
    const before = await countAll()
    const { items } = await seed({ payload, source })
    expect(items.filter(({ action }) => action === 'change')).toMatchObject([
      { name: 'Child Y practice brief' },
    ])
    expect((await countAll()).files).toBe(before.files! + 1)
    expect(tally((await seed({ payload, source })).items)).toEqual({ 'leave unchanged': 19 })
  })

  it('takes the address of the page when it is given', async () => {
    const pageAddress = 'https://old.safeguarding.example/reviews'
    await seed({ payload, source: sample, pageAddress })
    expect((await reviewNamed('Alan')).previouslyPublishedAt).toBe(pageAddress)
    await seed({ payload, source: sample })
  })
})

describe('what editors have done', () => {
  it.each([
    ['published', 'Child Q', { reviewer: 'A. Reviewer', _status: 'published' as const }, false],
    ['saved as a draft', 'Child Y', { reviewer: 'A. Reviewer' }, true],
    ['unpublished', 'Child G', { _status: 'draft' as const }, false],
  ])('leaves alone and reports a review that was %s', async (_, name, data, draft) => {
    const { id } = await reviewNamed(name)
    await payload.update({ collection: 'reviews', id, data, draft })
    const before = await reviewNamed(name)
    const source = await editedSample((html) =>
      html
        .replace('severe neglect', 'grave neglect')
        .replace('nineteen', '19')
        .replace('a baby born', 'a child born'),
    )
    const { items } = await seed({ payload, source })
    expect(items.find((item) => item.name === name)).toMatchObject({
      action: 'leave',
      reason: 'edited',
    })
    expect(await reviewNamed(name)).toEqual(before)
  })

  it('leaves alone and reports a changed page text', async () => {
    await payload.updateGlobal({
      slug: 'case-reviews-page',
      data: { heading: 'Our reviews', _status: 'published' },
    })
    const { items } = await seed({ payload, source: sample })
    expect(items.find(({ kind }) => kind === 'page')).toMatchObject({
      action: 'leave',
      reason: 'edited',
    })
  })

  it('leaves alone and reports a document of the same name that the seed did not make', async () => {
    await payload.create({
      collection: 'reviews',
      data: { name: 'Child  Z', reviewType: 'SCR', reportAvailability: 'notStated' },
      draft: true,
    })
    const source = await editedSample((html) => html.replaceAll('Child G', '‘Child Z’'))
    const { items } = await seed({ payload, source })
    expect(items.find(({ name }) => name === 'Child Z')).toMatchObject({
      action: 'leave',
      reason: 'notSeeded',
    })
  })

  it('adds no theme again that an editor has renamed but kept as a synonym', async () => {
    const { docs } = await payload.find({
      collection: 'themes',
      where: { name: { equals: 'police' } },
    })
    const { id, synonyms } = docs[0]!
    const data = { name: 'policing and justice', synonyms: [...(synonyms ?? []), 'police'] }
    await payload.update({ collection: 'themes', id, data })
    const before = await countAll()
    await seed({ payload, source: sample })
    expect((await countAll()).themes).toBe(before.themes)
  })
})
