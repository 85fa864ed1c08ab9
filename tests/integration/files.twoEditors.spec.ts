import { afterAll, beforeAll, expect, test } from 'vitest'

import { startTestApp, type TestApp } from '../helpers/app.ts'
import { frameworkDocument, leaflet, published, storeFile } from '../helpers/content.ts'

let app: TestApp

beforeAll(async () => {
  app = await startTestApp({ options: { protection: { frameworkDocuments: 12, leaflets: 0 } } })
})

afterAll(() => app.stop())

const rounds = [1, 2, 3, 4, 5, 6]

const make = async (file: number, values: object = {}) =>
  (
    await app.payload.create({
      collection: 'leaflets',
      data: leaflet({ file, ...values }) as never,
      draft: true,
    })
  ).id

const set = (id: number, data: object) =>
  app.payload.update({ collection: 'leaflets', id, data: data as never })

const state = async (file: { filename: string }, ...leaflets: number[]) => {
  const answers = await Promise.all(leaflets.map((id) => app.rest('GET', `/leaflets/${id}`)))
  return {
    isRead: (await app.rest('GET', `/files/file/${file.filename}`)).status === 200,
    isReferredTo: answers.some(({ status }) => status === 200),
  }
}

test.each(rounds)(
  'one leaflet goes while another comes: the file stays readable (%i)',
  async () => {
    const file = await storeFile(app.payload)
    const [going, coming] = [await make(file.id), await make(file.id)]
    await set(going, published)

    await Promise.all([set(going, { _status: 'draft' }), set(coming, published)])

    expect(await state(file, going, coming)).toEqual({ isRead: true, isReferredTo: true })
  },
)

test.each(rounds)('two leaflets go at once: the file is private again (%i)', async () => {
  const file = await storeFile(app.payload)
  const [one, two] = [await make(file.id, published), await make(file.id, published)]

  await Promise.all([set(one, { _status: 'draft' }), set(two, { _status: 'draft' })])

  expect(await state(file, one, two)).toEqual({ isRead: false, isReferredTo: false })
})

test.each(rounds)(
  'a file is trashed, deleted or renamed while it is published with (%i)',
  async (round) => {
    const file = await storeFile(app.payload)
    const id = await make(file.id)
    const act = [
      () =>
        app.payload.update({
          collection: 'files',
          id: file.id,
          data: { deletedAt: new Date().toISOString() },
        }),
      () => app.payload.delete({ collection: 'files', id: file.id }),
      () => app.payload.update({ collection: 'files', id: file.id, data: { title: 'Renamed' } }),
    ][round % 3]!

    await Promise.allSettled([set(id, published), act()])

    const { isRead, isReferredTo } = await state(file, id)
    const { file: used } = await app.payload.findByID({ collection: 'leaflets', depth: 0, id })
    if (isReferredTo && used) expect(isRead).toBe(true)
    if (round % 3 === 2) expect([isRead, isReferredTo]).toEqual([true, true])
  },
)

test.each(rounds)('a document is deleted while it is published: never both (%i)', async () => {
  const collection = 'framework-documents'
  const { id } = await app.payload.create({
    collection,
    data: frameworkDocument() as never,
    draft: true,
  })

  const [, deletion] = await Promise.allSettled([
    app.payload.update({ collection, id, data: published as never }),
    app.payload.delete({ collection, id }),
  ])

  const { status } = await app.rest('GET', `/${collection}/${id}`)
  expect([deletion.status, status]).toEqual(status === 200 ? ['rejected', 200] : ['fulfilled', 404])
})
