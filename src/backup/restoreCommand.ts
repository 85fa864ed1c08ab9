import { runCommand } from './command.ts'
import { restoreBackup } from './restore.ts'

process.exitCode = await runCommand({
  usage: `Usage: npm run restore -- FILE

  FILE   an archive that npm run backup wrote

  DATA_DIR, and DATABASE_URL for a Postgres server, say where to. Both must be empty.`,
  needsFile: true,
  stopped: 'Stopped before the end: run it again.',
  work: ({ file = '', ...installation }) =>
    restoreBackup({ ...installation, archive: file, say: console.log, warn: console.error }),
})
