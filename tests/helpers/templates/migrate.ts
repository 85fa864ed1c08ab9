import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'

import { nodeCondition } from '../../../scripts/nodeConditions.mjs'

const root = path.resolve(import.meta.dirname, '../../..')

/** In a process of its own, because the app's config reads the environment when it is imported. */
export async function migrate(url: string): Promise<void> {
  await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', path.join(root, 'tests/helpers/processes/migrateTemplate.ts')],
    {
      cwd: root,
      env: {
        ...process.env,
        DATABASE_URL: url,
        NODE_ENV: 'production',
        NODE_OPTIONS: nodeCondition,
        PAYLOAD_SECRET: 'only for the template of the test databases',
      },
    },
  )
}
