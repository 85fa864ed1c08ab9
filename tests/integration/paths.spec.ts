import type { CollectionSlug } from 'payload'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import { published, review, richText, storeFile } from '../helpers/content.ts'
import { type Fixture, kinds, startProtectedWorld, type World } from '../helpers/protectedWorld.ts'
import { ofCall, publicView, versionsOf } from '../helpers/publicView.ts'

let world: World

beforeAll(async () => {
  world = await startProtectedWorld()
})

afterAll(() => world.app.stop())

beforeEach(() => world.hostile({}))

afterEach(() => void vi.useRealTimers())

const view = (fixture: Fixture) => publicView(world.app, fixture, fixture.id, world.file.filename)

const row = async ({ id, slug }: Fixture) =>
  (await world.app.payload.db.findOne({
    collection: slug as CollectionSlug,
    where: { id: { equals: id } },
  })) as unknown as Record<string, unknown>

describe('a newer draft over a published document', () => {
  it.each(kinds)('%s: is possible and changes nothing that the public sees', async (kind) => {
    const fixture = await world.publish(kind)
    const before = await view(fixture)
    const change = { [fixture.nameField]: 'Under discussion', previouslyPublishedAt: 'somewhere' }

    const outcomes = [
      await world.rest('PATCH', `/${fixture.slug}/${fixture.id}?draft=true`, change),
      await world.rest('PATCH', `/${fixture.slug}/${fixture.id}?draft=true&autosave=true`, {
        ...change,
        _status: 'draft',
      }),
      await world.graphql(
        `mutation { update${fixture.singular}(id: ${fixture.id}, draft: true, data: { ${fixture.nameField}: "Still" }) { id } }`,
      ),
      await world.localUpdate(fixture, { ...change, _status: 'draft' }, { draft: true }),
    ]

    expect(outcomes).toEqual([{}, {}, {}, {}])
    expect(await view(fixture)).toEqual(before)
    expect((await versionsOf(world.app, fixture.slug, fixture.id)).at(-1)?.name).toBe(
      'Under discussion',
    )
  })

  it.each(kinds)('%s: may come from an older version', async (kind) => {
    const fixture = await world.publish(kind)
    const before = await view(fixture)
    const { id, olderDraft, singular, slug } = fixture

    expect([
      await world.rest('POST', `/${slug}/versions/${olderDraft}?draft=true`),
      await world.graphql(
        `mutation { restoreVersion${singular}(id: ${olderDraft}, draft: true) { id } }`,
      ),
    ]).toEqual([{}, {}])

    expect(await view(fixture)).toEqual(before)
    const latest = await world.app.rest('GET', `/${slug}/${id}?draft=true`, {
      as: world.app.editor,
    })
    expect(latest.body._status).toBe('draft')
  })

  it.each(kinds)('%s: the Local API does not restore one by mistake', async (kind) => {
    const fixture = await world.publish(kind)
    const before = await view(fixture)

    await ofCall(
      world.app.payload.restoreVersion({
        collection: fixture.slug as 'reviews',
        draft: true,
        id: String(fixture.olderDraft),
      }),
    )

    expect(await view(fixture)).toEqual(before)
  })

  it.each(kinds)('%s: is published as a whole', async (kind) => {
    const fixture = await world.publish(kind, { pendingDraft: true })
    const before = await row(fixture)

    expect(await world.rest('PATCH', `/${fixture.slug}/${fixture.id}`, published)).toEqual({})

    const after = await row(fixture)
    expect(after[fixture.nameField]).toBe('A draft that nobody has approved')
    for (const stamp of ['publishedOn', 'firstPublishedAt', 'protectedUntil', 'slug', 'createdAt'])
      expect(after[stamp], stamp).toEqual(before[stamp])
    expect(String(after.lastPublicChangeAt) > String(before.lastPublicChangeAt)).toBe(true)
  })
})

describe('what the first publication fixed', () => {
  const refused = {
    publishedOn: ['2020-01-01', 'PUBLISHED_ON_FIXED'],
    publishedOnPrecision: ['year', 'PUBLISHED_ON_FIXED'],
    slug: ['another-address', 'SLUG_FIXED'],
  } as const

  it.each(
    kinds.flatMap((kind) =>
      Object.entries(refused).map(([field, [value, code]]) => ({ kind, field, value, code })),
    ),
  )('$kind: changing $field is refused', async ({ code, field, kind, value }) => {
    const fixture = await world.publish(kind)
    const { id, singular, slug } = fixture
    const before = [await view(fixture), await versionsOf(world.app, slug, id)]
    const data = { [field]: value, previouslyPublishedAt: 'https://old.example' }
    const literal = field === 'publishedOnPrecision' ? value : `"${value}"`

    const outcomes = [
      await world.rest('PATCH', `/${slug}/${id}`, data),
      await world.rest('PATCH', `/${slug}/${id}?draft=true`, data),
      await world.graphql(
        `mutation { update${singular}(id: ${id}, data: { ${field}: ${literal} }) { id } }`,
      ),
      await world.localUpdate(fixture, data),
    ]

    expect(outcomes.map((outcome) => outcome.code)).toEqual([code, code, code, code])
    expect([await view(fixture), await versionsOf(world.app, slug, id)]).toEqual(before)
  })

  const ignored = {
    publishedOn: null,
    publishedOnPrecision: null,
    slug: null,
    firstPublishedAt: '2020-01-01T00:00:00.000Z',
    protectedUntil: '2020-01-01T00:00:00.000Z',
    createdAt: '2020-01-01T00:00:00.000Z',
    refersTo: [],
    warnings: [],
  }
  const kept = [
    'publishedOn',
    'publishedOnPrecision',
    'slug',
    'firstPublishedAt',
    'protectedUntil',
    'createdAt',
    'refersTo',
  ]

  it.each(
    kinds.flatMap((kind) =>
      Object.entries(ignored).map(([field, value]) => ({ kind, field, value })),
    ),
  )('$kind: $field stays, whatever is sent', async ({ field, kind, value }) => {
    const fixture = await world.publish(kind)
    const before = await row(fixture)
    const stamps = (values: Record<string, unknown>) => kept.map((name) => values[name])

    for (const more of ['', '?draft=true'])
      await world.rest('PATCH', `/${fixture.slug}/${fixture.id}${more}`, { [field]: value })
    await world.localUpdate(fixture, { [field]: value })
    await world.rest('PATCH', `/${fixture.slug}/${fixture.id}`, published)

    expect(stamps(await row(fixture))).toEqual(stamps(before))
  })

  it('is fixed before the document is made, too', async () => {
    const forged = { ...ignored, deletedAt: '2020-01-01T00:00:00.000Z' }
    const { id } = await world.app.payload.create({
      collection: 'reviews',
      data: { ...review({ name: 'Forged' }), ...forged, ...published } as never,
    })
    const stored = await row({ id, slug: 'reviews' } as Fixture)
    const today = new Date().toISOString().slice(0, 4)
    for (const field of ['publishedOn', 'firstPublishedAt'])
      expect(String(stored[field]).startsWith(today), field).toBe(true)
    expect(String(stored.protectedUntil).slice(0, 4)).toBe(String(Number(today) + 1))
    expect(stored.deletedAt).toBeNull()
  })
})

describe('a published document is replaced', () => {
  it('together with a public note, and readers get the new file and no longer the old', async () => {
    const fixture = await world.publish('reviews')
    const [old, next] = [await storeFile(world.app.payload), await storeFile(world.app.payload)]
    const note = (text: string) => ({ changeNotes: [{ date: '2026-01-01', note: text }] })
    const replace = (reportFile: number, text: string) =>
      world.rest('PATCH', `/reviews/${fixture.id}`, { reportFile, ...note(text) })
    const status = async ({ filename }: { filename: string }) =>
      (await world.app.rest('GET', `/files/file/${filename}`)).status

    expect(await replace(old.id, 'Corrected page 4.')).toEqual({})
    expect(await status(old)).toBe(200)
    expect(await replace(next.id, '  Corrected page 4. ')).toMatchObject({
      code: 'PUBLICATION_PROTECTED',
    })
    expect(await replace(next.id, 'Corrected page 5.')).toEqual({})

    expect([await status(old), await status(next)]).toEqual([403, 200])
  })

  it('by a text that is longer, without a note', async () => {
    const fixture = await world.publish('reviews')
    const change = { improvements: richText('What must change.', 'And by when.') }
    expect(await world.rest('PATCH', `/reviews/${fixture.id}`, change)).toEqual({})
  })
})

describe('when the period is over', () => {
  const inThirteenMonths = () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const date = new Date()
    date.setUTCMonth(date.getUTCMonth() + 13)
    vi.setSystemTime(date)
  }

  it.each(kinds)('%s: an editor may unpublish, and readers no longer get it', async (kind) => {
    const fixture = await world.publish(kind)
    inThirteenMonths()

    expect(await world.localUpdate(fixture, { _status: 'draft' })).toEqual({})

    expect((await world.app.rest('GET', `/${fixture.slug}/${fixture.id}`)).status).toBe(404)
  })

  it.each(kinds)('%s: it may be deleted', async (kind) => {
    const fixture = await world.publish(kind)
    inThirteenMonths()
    const { id, slug } = fixture

    expect(await ofCall(world.app.payload.delete({ collection: slug as 'reviews', id }))).toEqual(
      {},
    )
  })

  it.each(kinds)('%s: nothing is unpublished by an edit that did not ask for it', async (kind) => {
    const fixture = await world.publish(kind, { pendingDraft: true })
    const before = await view(fixture)
    inThirteenMonths()

    expect(await world.localUpdate(fixture, { previouslyPublishedAt: 'a note' })).toMatchObject({
      code: 'UNPUBLISHING_NOT_ASKED_FOR',
    })

    vi.useRealTimers()
    expect(await view(fixture)).toEqual(before)
  })

  it.each(kinds)(
    '%s: what comes back keeps the date and the stamp of its first publication',
    async (kind) => {
      const fixture = await world.publish(kind)
      const before = await row(fixture)
      inThirteenMonths()
      await world.localUpdate(fixture, { _status: 'draft' })

      expect(await world.localUpdate(fixture, published)).toEqual({})

      const after = await row(fixture)
      for (const field of ['publishedOn', 'firstPublishedAt', 'slug'])
        expect(after[field], field).toEqual(before[field])
    },
  )
})

describe('publishing', () => {
  it.each(kinds)('%s: leaves its stamps after a restore in the same request', async (kind) => {
    const fixture = await world.publish(kind)
    const { id } = await world.app.payload.create({
      collection: fixture.slug as 'reviews',
      data: { ...review({ name: 'Bella' }), title: 'Bella' } as never,
      draft: true,
    })

    const outcome = await world.graphql(`mutation {
      restoreVersion${fixture.singular}(id: ${fixture.olderDraft}, draft: true) { id }
      update${fixture.singular}(id: ${id}, draft: true, data: { _status: published }) { id }
    }`)

    expect(outcome).toEqual({})
    expect(await row({ ...fixture, id: id as number })).toMatchObject({
      _status: 'published',
      firstPublishedAt: expect.any(String),
      protectedUntil: expect.any(String),
    })
  })

  it('by a copy, which would carry dates that are not its own, is not possible', async () => {
    const { id } = await world.publish('reviews')
    const outcome = await ofCall(world.app.payload.duplicate({ collection: 'reviews', id }))
    expect(outcome.message).toBeTruthy()
    const as = world.app.editor
    expect((await world.app.rest('POST', `/reviews/${id}/duplicate`, { as })).status).toBe(404)
  })
})
