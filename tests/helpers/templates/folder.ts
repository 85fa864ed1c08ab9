import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'

import { openDatabase } from '../../../src/database/open.ts'
import type { Templates } from '../globalSetup.ts'
import { migrate } from './migrate.ts'

const root = path.resolve(import.meta.dirname, '../../..')
const cache = path.join(root, 'node_modules/.cache/test-databases')

/** Making a database and migrating it takes ten seconds; the folders are kept until something changes. */
export async function makeFolderTemplates(): Promise<Templates> {
  await mkdir(cache, { recursive: true })
  const pglite = await readFile(
    path.join(root, 'node_modules/@electric-sql/pglite/package.json'),
    'utf8',
  )
  const empty = await make(`empty-${hash([pglite])}`, async (folder) => {
    await using(folder, async () => {})
  })
  const migrated = await make(
    `migrated-${hash([pglite, ...(await migrationSources())])}`,
    async (folder) => {
      await cp(empty, folder, { recursive: true })
      await using(folder, migrate)
    },
  )
  return { kind: 'folder', empty, migrated }
}

/** Made aside and renamed, so that runs beside each other find a whole template or none. */
async function make(name: string, fill: (folder: string) => Promise<void>): Promise<string> {
  const target = path.join(cache, name)
  if (existsSync(target)) return target
  const aside = await mkdtemp(path.join(cache, 'new-'))
  await fill(aside)
  await rename(aside, target).catch(async (error: unknown) => {
    if (!existsSync(target)) throw error
    await rm(aside, { force: true, recursive: true })
  })
  return target
}

async function using(folder: string, work: (url: string) => Promise<void>): Promise<void> {
  const database = await openDatabase({ dataDir: folder })
  try {
    await work(database.url)
  } finally {
    await database.close()
  }
}

/** The migrations, and what they call. */
async function migrationSources(): Promise<string[]> {
  const folders = ['src/migrations', 'src/seal', 'hooks/rules']
  const files = await Promise.all(
    folders.map(async (folder) =>
      (await readdir(path.join(root, folder), { recursive: true }))
        .filter((name) => name.endsWith('.ts'))
        .sort()
        .map((name) => path.join(folder, name)),
    ),
  )
  return Promise.all(
    files.flat().map(async (file) => file + (await readFile(path.join(root, file), 'utf8'))),
  )
}

const hash = (parts: string[]): string =>
  createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 16)
