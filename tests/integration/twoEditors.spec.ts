import { afterAll, beforeAll, expect, test } from 'vitest'

import { startTestApp, type TestApp } from '../helpers/app.ts'

let app: TestApp
beforeAll(async () => void (app = await startTestApp()))
afterAll(() => app.stop())

const draft = () =>
  app.payload.create({
    collection: 'reviews',
    data: { name: 'Alan', reviewType: 'LCSPR', reportAvailability: 'notStated' },
    draft: true,
  })

/** Runs both at once; the answer says which of them was refused. */
const race = async (...acts: (() => Promise<unknown>)[]) =>
  (await Promise.allSettled(acts.map((act) => act()))).map(({ status }) => status)

test('a review that one editor publishes is not taken down by another who still saw the draft', async () => {
  for (let round = 0; round < 10; round++) {
    const { id } = await draft()
    const set = (_status: 'draft' | 'published') => () =>
      app.payload.update({ collection: 'reviews', id, data: { _status } })
    await race(set('published'), set('draft'))
    const [row] = (await app.rest('GET', `/reviews?where[id][equals]=${id}`)).body.docs
    expect(row?._status).toBe('published')
  }
})

test('a theme that one editor deletes while another publishes with it is either there or refused', async () => {
  for (let round = 0; round < 10; round++) {
    const { id } = await draft()
    const theme = await app.payload.create({
      collection: 'themes',
      data: { name: `theme ${round}`, facet: 'harm' },
    })
    const [published] = await race(
      () =>
        app.payload.update({
          collection: 'reviews',
          id,
          data: { _status: 'published', themes: [theme.id] },
        }),
      () => app.payload.delete({ collection: 'themes', id: theme.id }),
    )
    const { docs } = (await app.rest('GET', `/reviews?where[id][equals]=${id}&depth=1`)).body
    if (published === 'fulfilled')
      expect(docs[0].themes.map((kept: any) => kept.id)).toEqual([theme.id])
    else expect(docs).toEqual([])
  }
})

test('a draft that two editors delete at once is deleted by one, and not found by the other', async () => {
  for (let round = 0; round < 5; round++) {
    const { id } = await draft()
    const erase = () => app.rest('DELETE', `/reviews/${id}`, { as: app.editor })
    const answers = await Promise.all([erase(), erase()])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404])
  }
})
