import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'

import { expect, it } from 'vitest'

import { verifyDatabase } from '../../src/evidence/database/index.ts'
import { sealFaults } from '../../src/seal/check.ts'
import { startTestApp } from '../helpers/app.ts'
import { published, review } from '../helpers/content.ts'
import { createTestDatabase, type TestDatabase } from '../helpers/database.ts'
import { refusalOfSQL, runSQL } from '../helpers/sql.ts'

const root = path.resolve(import.meta.dirname, '../..')

/** A command of Payload’s, as a developer runs it. */
const payload = ({ ownerURL }: TestDatabase, ...args: string[]) =>
  promisify(execFile)(process.execPath, [path.join(root, 'node_modules/payload/bin.js'), ...args], {
    cwd: root,
    env: {
      ...process.env,
      DATABASE_URL: ownerURL,
      NODE_ENV: 'development',
      PAYLOAD_SECRET: 'a secret for tests only',
    },
  })

/** Publishes in an app of the owner’s, and tells what the database then keeps. */
async function publishIn({ ownerURL, ...database }: TestDatabase) {
  const app = await startTestApp({ database: { ...database, ownerURL, url: ownerURL } })
  try {
    const data = { ...review(), ...published } as never
    const { id } = await app.payload.create({ collection: 'reviews', data })
    const settings = app.payload.config.custom!.safeguardingReviews
    const log = await runSQL(
      app.payload,
      'select sequence::int, kind from publication_events order by sequence',
    )
    return {
      unpublished: await refusalOfSQL(
        app.payload,
        `update reviews set _status = 'draft' where id = ${id}`,
      ),
      sealFaults: await sealFaults(app.payload),
      log: log.map(({ kind, sequence }) => `${sequence} ${kind}`),
      findings: (await verifyDatabase(app.payload, settings)).findings,
    }
  } finally {
    await app.close()
  }
}

it(
  'the seal and its log begin anew with a database that Payload empties and migrates again',
  { timeout: 300_000 },
  async () => {
    const database = await createTestDatabase()
    const whole = {
      unpublished: { state: 'SR001', message: expect.stringContaining('must stay public') },
      sealFaults: [],
      log: ['1 sealRaised', '2 published'],
      findings: [],
    }
    try {
      expect(await publishIn(database)).toEqual(whole)
      await payload(database, 'migrate:fresh', '--force-accept-warning')
      // It takes the oldest migration back first.
      await payload(database, 'migrate:reset')
      await payload(database, 'migrate')
      expect(await publishIn(database)).toEqual(whole)
    } finally {
      await database.drop()
    }
  },
)
