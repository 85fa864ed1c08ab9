/** Applies the app's own migrations to DATABASE_URL, as `npm start` does it; run as a process of its own. */
import config from '@payload-config'
import { getPayload } from 'payload'

import { closePayload } from '../../../src/database/closePayload.ts'

// While a module is on its way and nothing else is open, Node 20 would end in the middle.
const untilDone = setInterval(() => {}, 60_000)
await closePayload(await getPayload({ config }))
clearInterval(untilDone)
