// `npm run backup`: checks Node, installs on a fresh clone, and writes database and files into one archive.
import { checkNode, fail, install, root, runTypeScript } from './steps.mjs'

try {
  checkNode()
  // npm says here where it was called from; without npm, this folder is where the archive is.
  process.env.INIT_CWD ??= process.cwd()
  process.chdir(root)
  await install((line) => console.error(line))
  await runTypeScript(new URL('../src/backup/backupCommand.ts', import.meta.url))
} catch (error) {
  fail(error)
}
