import { afterAll, beforeAll, expect, test } from 'vitest'

import { startTestApp, type TestApp } from '../helpers/app.ts'
import { storeFile } from '../helpers/content.ts'

let app: TestApp
beforeAll(async () => void (app = await startTestApp()))
afterAll(() => app.stop())

test('a change that the database refuses at the commit is not told as saved', async () => {
  const { db } = app.payload
  const { id } = await storeFile(app.payload)
  const transactionID = (await db.beginTransaction()) as string
  const data = { isPublic: true }
  await db.updateOne({ collection: 'files', id, data, req: { transactionID } })

  await expect(db.commitTransaction(transactionID)).rejects.toMatchObject({
    data: { code: 'FILE_WITHOUT_REFERRER' },
  })

  expect(await app.payload.findByID({ collection: 'files', id })).toMatchObject({ isPublic: false })
})

test('nor is one whose connection ends before it', async () => {
  const { db } = app.payload
  const { id, title } = await storeFile(app.payload)
  const transactionID = (await db.beginTransaction()) as string
  const req = { transactionID }
  await db.updateOne({ collection: 'files', id, data: { title: 'Another title' }, req })
  const { sessions } = db as unknown as { sessions: Record<string, { db: Connection }> }
  const { client } = sessions[transactionID]!.db.session
  client.on('error', () => {})
  client.connection.stream.destroy()

  await expect(db.commitTransaction(transactionID)).rejects.toThrow()

  expect(await app.payload.findByID({ collection: 'files', id })).toMatchObject({ title })
})

/** What drizzle and `pg` keep of a transaction’s connection. */
interface Connection {
  session: {
    client: {
      connection: { stream: { destroy: () => void } }
      on: (event: 'error', listener: () => void) => void
    }
  }
}
