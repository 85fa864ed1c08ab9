/** Writes everything that is generated from the config: types, import map, public schema, content model. */
import { runUntilHeard } from './runUntilHeard.ts'

const env = { ...process.env, PAYLOAD_SECRET: process.env.PAYLOAD_SECRET || 'not used' }
const run = (...args: string[]) => runUntilHeard('npx', args, { env })

await run('payload', 'generate:types')
await run('payload', 'generate:importmap')
await run('tsx', 'scripts/generateSchema.ts')
await run('tsx', 'scripts/generateContentModel.ts')
