/** Writes everything that is generated from the config: types, import map, public schema, content model,
 * and from the tests of the promise: the page that tells of it. */
import { execFileSync } from 'node:child_process'

import { withNodeCondition } from './nodeConditions.mjs'

const env = withNodeCondition({
  ...process.env,
  PAYLOAD_SECRET: process.env.PAYLOAD_SECRET || 'not used',
})
const run = (...args: string[]) =>
  execFileSync('npx', args, { env, stdio: ['ignore', 'ignore', 'inherit'] })

run('payload', 'generate:types')
run('payload', 'generate:importmap')
run('tsx', 'scripts/generateSchema.ts')
run('tsx', 'scripts/generateContentModel.ts')
run('tsx', 'scripts/generatePromise.ts')
