// `npm start`: checks Node, installs, builds and serves; `npm run dev` (--dev) leaves the build to Next.
import { build, checkNode, fail, install, root } from './steps.mjs'

const say = (line) => console.log(line)

try {
  checkNode()
  process.chdir(root)
  await install(say)
  if (!process.argv.includes('--dev')) await build(say)
  process.env.NEXT_TELEMETRY_DISABLED ??= '1'
  // From here on this process is the server, so that a signal has one address only.
  const { register } = await import('tsx/esm/api')
  register()
  await import('../src/server.ts')
} catch (error) {
  fail(error)
}
