// `npm run restore`: checks Node, installs on a fresh clone, and brings a backup into an empty place.
import { checkNode, fail, install, root, runTypeScript } from './steps.mjs'

try {
  checkNode()
  // npm says here where it was called from; without npm, this folder is where the archive is.
  process.env.INIT_CWD ??= process.cwd()
  process.chdir(root)
  await install((line) => console.error(line))
  await runTypeScript(new URL('../src/backup/restoreCommand.ts', import.meta.url))
} catch (error) {
  fail(error)
}
