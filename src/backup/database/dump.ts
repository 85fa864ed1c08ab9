import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'

import type { Manifest } from '../manifest.ts'
import { DUMPS } from '../names.ts'
import { dumpSQL } from './dumpSQL.ts'
import { type Snapshot, withSnapshot } from './snapshot.ts'
import { findTool, runTool } from './tools.ts'

export type Dump = Pick<
  Manifest['database'],
  'dump' | 'kind' | 'migrations' | 'pgDump' | 'postgres'
> & {
  /** The files that the database names at the moment of the dump. */
  files: string[]
}

type Options = { url: string; isEmbedded: boolean; file: string; signal: AbortSignal }

/** Writes the database as it is at one moment into a file, which is replaced if it is there. */
export const dumpDatabase = ({ url, isEmbedded, file, signal }: Options): Promise<Dump> =>
  withSnapshot(url, async (snapshot) => {
    const { client, postgres, migrations, files } = snapshot
    const output = createWriteStream(file, { mode: 0o600 })
    if (isEmbedded) {
      await pipeline(dumpSQL(client, postgres), output, { signal })
      return { kind: 'sql', dump: DUMPS.embedded, postgres, migrations, files }
    }
    const pgDump = await dumpServer(snapshot, url, output, signal)
    return { kind: 'custom', dump: DUMPS.server, postgres, pgDump, migrations, files }
  })

async function dumpServer(
  { client, postgres }: Snapshot,
  url: string,
  output: NodeJS.WritableStream,
  signal: AbortSignal,
): Promise<number> {
  const tool = await findTool('pg_dump', postgres)
  const { rows } = await client.query<{ id: string }>('select pg_export_snapshot() as id')
  await runTool(tool, {
    url,
    // The archive is compressed as a whole.
    args: ['--format=custom', '--compress=0', '--no-password', `--snapshot=${rows[0]!.id}`],
    output: output as never,
    signal,
  })
  return tool.version
}
