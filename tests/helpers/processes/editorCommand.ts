/**
 * An editor who never rests: does one random act after the other through the app's own REST endpoints, on the
 * database and the files of DATA_DIR, and says of each what it is about to do and what the answer was. Started
 * by specs that kill it, or let two of them work at once.
 */
import { writeSync } from 'node:fs'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

import { handleEndpoints } from 'payload'
import '@payloadcms/db-postgres'
import '@payloadcms/richtext-lexical'
import 'payload-safeguarding-reviews'
import 'sharp'

import { openDatabase } from '../../../src/database/open.ts'
import { Editor } from '../crashes/editor.ts'

const [acts = '', name = ''] = process.argv.slice(2)
// Written at once, so that a kill cannot take with it what was said before.
const say = (line: object): unknown => writeSync(1, `${JSON.stringify(line)}\n`)
const input = createInterface({ input: process.stdin })

// Whoever started it is gone.
input.on('close', () => process.exit(4))

say({ loaded: true })
await once(input, 'line')

const database = await openDatabase({
  dataDir: process.env.DATA_DIR!,
  url: process.env.DATABASE_URL,
  onLost: () => process.exit(3),
})
process.env.DATABASE_URL = database.url
// Connections of a pool that are lost while they are used, as `src/server.ts` survives them.
process.on('uncaughtException', (error) => say({ lost: error.message }))

const { default: config } = await import('@payload-config')
const editor = new Editor(name, (request) => handleEndpoints({ config, request }), say)
await editor.logIn()
say({ ready: true })
for (let count = 0; count < Number(acts); count += 1) await editor.act()
say({ finished: true })
await once(input, 'line')
say({ view: await editor.publicView() })
process.exit(0)
