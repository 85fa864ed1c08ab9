import { afterAll, beforeAll, expect, test } from 'vitest'

import { startTestApp, type TestApp } from '../helpers/app.ts'
import { leaflet, published, storeFile } from '../helpers/content.ts'

let app: TestApp

/** A host's field that, while a leaflet is saved, saves the same leaflet once more. */
const saveOnceMore = {
  name: 'counter',
  type: 'number',
  hooks: {
    afterChange: [
      async ({ context, operation, originalDoc, req }: any) => {
        if (operation !== 'update' || context.isSavedOnceMore) return
        context.isSavedOnceMore = true
        const update = { collection: 'leaflets', id: originalDoc.id, data: { counter: 1 }, req }
        await req.payload.update(update)
      },
    ],
  },
}

beforeAll(async () => {
  const fields = ({ defaultFields }: any) => [...defaultFields, saveOnceMore]
  const options = { protection: { leaflets: 0 }, collections: { leaflets: { fields } } }
  app = await startTestApp({ push: true, options })
})

afterAll(() => app.stop())

const isRead = async (file: { filename: string }) =>
  (await app.rest('GET', `/files/file/${file.filename}`)).status === 200

test('a file is opened and closed, though a change goes on inside the change that refers to it', async () => {
  const file = await storeFile(app.payload)
  const draft = { collection: 'leaflets', data: leaflet({ file: file.id }), draft: true } as never
  const { id } = await app.payload.create(draft)
  const set = (data: object) =>
    app.payload.update({ collection: 'leaflets', id, data: data as never })

  await set(published)
  expect(await isRead(file)).toBe(true)
  await set({ file: null, link: 'https://safeguarding.example', _status: 'published' })
  expect(await isRead(file)).toBe(false)
})
