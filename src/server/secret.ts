import { randomBytes } from 'node:crypto'
import { chmod, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'

import { isMissing } from '../database/errors.ts'

/** The secret that signs sessions: the one that was given, else one that is made once and kept. */
export async function keepSecret(dataDir: string, given: string | undefined): Promise<string> {
  if (given) return given
  const file = path.join(dataDir, 'secret')
  const kept = await readFile(file, 'utf8').catch((error: unknown) => {
    if (isMissing(error)) return ''
    throw error
  })
  if (kept.trim()) return kept.trim()
  const secret = randomBytes(32).toString('hex')
  await writeFile(file, `${secret}\n`, { mode: 0o600 })
  await chmod(file, 0o600)
  return secret
}
