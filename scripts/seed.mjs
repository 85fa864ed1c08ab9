// `npm run seed`: checks Node, installs on a fresh clone, and brings a page in.
import { checkNode, fail, install, root, runTypeScript } from './steps.mjs'

try {
  checkNode()
  // npm says here where it was called from; without npm, this folder is where a source is looked for.
  process.env.INIT_CWD ??= process.cwd()
  process.chdir(root)
  // Standard output belongs to the plan.
  await install((line) => console.error(line))
  await runTypeScript(new URL('../seed/cli.ts', import.meta.url))
} catch (error) {
  fail(error)
}
