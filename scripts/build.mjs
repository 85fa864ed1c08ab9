// `npm run build`: `next build`, also when nothing has changed.
import { buildAnew, checkNode, fail, install } from './steps.mjs'

const say = (line) => console.log(line)

try {
  checkNode()
  await install(say)
  await buildAnew(say)
} catch (error) {
  fail(error)
}
