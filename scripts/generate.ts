/** Writes everything that is generated from the config: types, import map, public schema, content model. */
import { execFileSync } from 'node:child_process'

const run = (command: string, ...args: string[]) =>
  execFileSync('npx', [command, ...args], {
    env: { ...process.env, PAYLOAD_SECRET: process.env.PAYLOAD_SECRET || 'not used' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })

run('payload', 'generate:types')
run('payload', 'generate:importmap')
run('tsx', 'scripts/generateSchema.ts')
run('tsx', 'scripts/generateContentModel.ts')
