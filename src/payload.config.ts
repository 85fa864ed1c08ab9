import path from 'node:path'
import { fileURLToPath } from 'node:url'

import { postgresAdapter } from '@payloadcms/db-postgres'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { buildConfig } from 'payload'
import { safeguardingReviews } from 'payload-safeguarding-reviews'
import sharp from 'sharp'

import { isEmbedded } from './database/embedded/address.ts'
import { onOneConnection } from './database/oneConnection.ts'
import { keepMail } from './email.ts'
import { migrations } from './migrations/index.ts'

const here = path.dirname(fileURLToPath(import.meta.url))

/** Where the app keeps what must survive a restart: uploads, and the embedded database if there is one. */
const dataDir = path.resolve(/*turbopackIgnore: true*/ process.env.DATA_DIR || '.data')

const databaseURL = process.env.DATABASE_URL ?? ''
const database = postgresAdapter({
  pool: { connectionString: databaseURL },
  migrationDir: path.join(here, 'migrations'),
  prodMigrations: migrations,
  push: false,
})

export default buildConfig({
  secret: process.env.PAYLOAD_SECRET ?? '',
  admin: {
    // Not a picture from elsewhere: fetching it would send a hash of each editor's address abroad.
    avatar: 'default',
    dateFormat: 'd MMMM yyyy, HH:mm',
    user: 'users',
    importMap: {
      baseDir: here,
      importMapFile: path.join(here, 'app/(payload)/admin/importMap.js'),
    },
  },
  collections: [
    {
      slug: 'users',
      auth: true,
      admin: { useAsTitle: 'email' },
      fields: [],
    },
  ],
  db: isEmbedded(databaseURL) ? onOneConnection(database) : database,
  editor: lexicalEditor(),
  email: keepMail(path.join(dataDir, 'mail')),
  // Scheduled publications are due to the minute.
  jobs: { autoRun: [{ cron: '* * * * *', limit: 100 }] },
  plugins: [
    safeguardingReviews({
      publisher: { name: 'Example Safeguarding Partnership', url: 'https://safeguarding.example' },
      availability: { address: process.env.PUBLIC_URL },
      mail: { address: process.env.PUBLIC_URL },
      files: { directory: path.join(dataDir, 'files') },
      evidence: {
        keyFile: path.join(dataDir, 'evidence-keys.json'),
        privateKey: process.env.EVIDENCE_PRIVATE_KEY,
      },
    }),
  ],
  sharp,
  telemetry: false,
  typescript: { outputFile: path.join(here, 'payload-types.ts') },
})
