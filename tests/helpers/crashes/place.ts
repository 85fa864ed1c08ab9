import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'

import { inject } from 'vitest'

import { openDatabase } from '../../../src/database/open.ts'
import { startCluster } from './cluster.ts'

/** An installation in which everything can be killed. */
export interface Place {
  dataDir: string
  /** Of a server; the embedded database is found by its folder. */
  url?: string
  /** The app outlives its database, and goes on when that is back. */
  survives: boolean
  open: () => Promise<{ url: string; close: () => Promise<void> }>
  killDatabase: () => Promise<void>
  /** Brings a server back; the embedded database comes with the next who needs it. */
  restart: () => Promise<void>
  drop: () => Promise<void>
}

export async function crashPlace(): Promise<Place> {
  const templates = inject('templates')
  const dataDir = await mkdtemp(path.join(tmpdir(), 'reviews-crash-'))
  const clear = () => rm(dataDir, { force: true, recursive: true })
  if (templates.kind === 'folder') {
    await cp(templates.migrated, dataDir, { recursive: true })
    return {
      dataDir,
      survives: false,
      open: () => openDatabase({ dataDir }),
      killDatabase: async () => {
        const lock = await readFile(path.join(dataDir, 'database.lock'), 'utf8')
        process.kill((JSON.parse(lock) as { pid: number }).pid, 'SIGKILL')
      },
      restart: async () => {},
      drop: clear,
    }
  }
  const { kill, start, stop, url } = await startCluster(templates)
  return {
    dataDir,
    url,
    survives: true,
    open: async () => ({ url, close: async () => {} }),
    killDatabase: kill,
    restart: start,
    drop: async () => {
      await stop()
      await clear()
    },
  }
}
