/** Applies the app's own migrations to DATABASE_URL, as `npm start` does it; run as a process of its own. */
import { getPayload } from 'payload'

import { closePayload } from '../../../src/database/closePayload.ts'
import { migrations } from '../../../src/migrations/index.ts'

if (migrations.length > 0) {
  const { default: config } = await import('@payload-config')
  await closePayload(await getPayload({ config }))
}
