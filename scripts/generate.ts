/** Writes everything that is generated from the config: types, import map, public schema, content model. */
import { execFileSync } from 'node:child_process'

import { runPayload } from './runPayload.ts'

const env = { ...process.env, PAYLOAD_SECRET: process.env.PAYLOAD_SECRET || 'not used' }
const run = (script: string) =>
  execFileSync('npx', ['tsx', script], { env, stdio: ['ignore', 'ignore', 'inherit'] })

await runPayload(['generate:types'], { env })
await runPayload(['generate:importmap'], { env })
run('scripts/generateSchema.ts')
run('scripts/generateContentModel.ts')
