import type { CollectionSlug } from 'payload'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { moveClock, resetClock } from '../helpers/clock.ts'
import { published, review, richText, storeFile } from '../helpers/content.ts'
import { type Fixture, kinds, startProtectedWorld, type World } from '../helpers/protectedWorld.ts'
import { ofCall, publicView } from '../helpers/publicView.ts'

let world: World

beforeAll(async () => {
  world = await startProtectedWorld()
})

afterAll(() => world.app.stop())

beforeEach(() => world.hostile({}))

afterEach(() => resetClock(world.app))

const view = (fixture: Fixture) => publicView(world.app, fixture, fixture.id, world.file.filename)

const row = async ({ id, slug }: Fixture) =>
  (await world.app.payload.db.findOne({
    collection: slug as CollectionSlug,
    where: { id: { equals: id } },
  })) as unknown as Record<string, unknown>

describe('a newer draft over a published document', () => {
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

describe('a published document is replaced', () => {
  it('together with a public note; readers get the new file, and the old one at its own address', async () => {
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

    expect([await status(old), await status(next)]).toEqual([200, 200])
    const { body } = await world.app.rest('GET', `/reviews/${fixture.id}?depth=0`)
    expect(body.replacedDocuments).toMatchObject([
      { file: world.file.id, note: 'Corrected page 4.' },
      { file: old.id, note: 'Corrected page 5.' },
    ])
  })

  it('by a text that is longer, without a note', async () => {
    const fixture = await world.publish('reviews')
    const change = { improvements: richText('What must change.', 'And by when.') }
    expect(await world.rest('PATCH', `/reviews/${fixture.id}`, change)).toEqual({})
  })
})

describe('when the period is over', () => {
  const inThirteenMonths = () => moveClock(world.app, { months: 13 })

  it.each(kinds)('%s: an editor may unpublish, and readers no longer get it', async (kind) => {
    const fixture = await world.publish(kind)
    await inThirteenMonths()

    expect(await world.localUpdate(fixture, { _status: 'draft' })).toEqual({})

    expect((await world.app.rest('GET', `/${fixture.slug}/${fixture.id}`)).status).toBe(404)
  })

  it.each(kinds)('%s: it may be deleted', async (kind) => {
    const fixture = await world.publish(kind)
    await inThirteenMonths()
    const { id, slug } = fixture

    expect(await ofCall(world.app.payload.delete({ collection: slug as 'reviews', id }))).toEqual(
      {},
    )
  })

  it.each(kinds)('%s: nothing is unpublished by an edit that did not ask for it', async (kind) => {
    const fixture = await world.publish(kind, { pendingDraft: true })
    const before = await view(fixture)
    await inThirteenMonths()

    expect(await world.localUpdate(fixture, { previouslyPublishedAt: 'a note' })).toMatchObject({
      code: 'UNPUBLISHING_NOT_ASKED_FOR',
    })

    await resetClock(world.app)
    expect(await view(fixture)).toEqual(before)
  })

  it.each(kinds)(
    '%s: what comes back keeps the date and the stamp of its first publication',
    async (kind) => {
      const fixture = await world.publish(kind)
      const before = await row(fixture)
      await inThirteenMonths()
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
})
