// `npm run seed`: checks Node, installs on a fresh clone, and brings a page in.
import { checkNode, fail, install, root } from './steps.mjs'

// Modules are translated in a thread that keeps no process alive: while one is on its way and nothing else
// is open, Node 20 ends in the middle, in silence and with success.
const untilDone = setInterval(() => {}, 60_000)
try {
  checkNode()
  // npm says here where it was called from; without npm, this folder is where a source is looked for.
  process.env.INIT_CWD ??= process.cwd()
  process.chdir(root)
  // Standard output belongs to the plan.
  await install((line) => console.error(line))
  const { register } = await import('tsx/esm/api')
  register()
  await import('../seed/cli.ts')
} catch (error) {
  fail(error)
}
clearInterval(untilDone)
