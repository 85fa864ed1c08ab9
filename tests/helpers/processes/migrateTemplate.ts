/** Applies the app's own migrations to DATABASE_URL, as `npm start` does it; run as a process of its own. */
import config from '@payload-config'
import { getPayload } from 'payload'

import { closePayload } from '../../../src/database/closePayload.ts'

await closePayload(await getPayload({ config }))
