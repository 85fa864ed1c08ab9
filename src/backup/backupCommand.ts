import { makeBackup } from './backup.ts'
import { asTyped, runCommand } from './command.ts'

process.exitCode = await runCommand({
  usage: `Usage: npm run backup [-- FILE]

  FILE   the archive to write, or the folder for it; without it
         safeguarding-reviews-YYYY-MM-DD-HHMMSS.tar.gz in the current folder

  DATA_DIR and DATABASE_URL say what is backed up, as for npm start. The app may be running.`,
  stopped: 'Stopped. No backup was written.',
  work: ({ file, ...installation }) =>
    makeBackup({
      ...installation,
      target: file ?? asTyped(),
      say: console.log,
      warn: console.error,
    }),
})
