// `npm run certificate`: checks Node, installs on a fresh clone, and certifies a publication.
import { checkNode, fail, install, root, runTypeScript } from './steps.mjs'

try {
  checkNode()
  // npm says here where it was called from; without npm, this folder is where files are looked for.
  process.env.INIT_CWD ??= process.cwd()
  process.chdir(root)
  await install((line) => console.error(line))
  await runTypeScript(new URL('../src/evidence/commands/certificate.ts', import.meta.url))
} catch (error) {
  fail(error)
}
