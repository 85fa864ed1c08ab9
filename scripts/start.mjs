// `npm start`: checks Node, installs, builds and serves; `npm run dev` (--dev) leaves the build to Next.
import { build, checkNode, fail, install, root, runTypeScript } from './steps.mjs'

const say = (line) => console.log(line)

try {
  checkNode()
  process.chdir(root)
  await install(say)
  if (!process.argv.includes('--dev')) await build(say)
  process.env.NEXT_TELEMETRY_DISABLED ??= '1'
  // From here on this process is the server, so that a signal has one address only.
  await runTypeScript(new URL('../src/server.ts', import.meta.url))
} catch (error) {
  fail(error)
}
