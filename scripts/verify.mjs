// `npm run verify`: checks Node, installs on a fresh clone, and verifies the database and the files.
import { checkNode, fail, install, root, runTypeScript } from './steps.mjs'

try {
  checkNode()
  // npm says here where it was called from; without npm, this folder is where files are looked for.
  process.env.INIT_CWD ??= process.cwd()
  process.chdir(root)
  await install((line) => console.error(line))
  await runTypeScript(new URL('../src/evidence/commands/verify.ts', import.meta.url))
} catch (error) {
  fail(error)
}
