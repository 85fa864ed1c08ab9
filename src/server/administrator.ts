import { randomBytes } from 'node:crypto'
import { chmod, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'

import type { Payload } from 'payload'

import { isMissing } from '../database/errors.ts'

export type Administrator = { email: string; password: string; keptIn?: string }

/**
 * Makes the first user. A password that nobody chose is written down before the user is made, so that a
 * start that is interrupted in between does not leave a user whose password nobody knows.
 */
export async function makeAdministrator(
  payload: Payload,
  dataDir: string,
  { ADMIN_EMAIL, ADMIN_PASSWORD }: NodeJS.ProcessEnv,
): Promise<Administrator> {
  const email = ADMIN_EMAIL || 'admin@safeguarding.example'
  const administrator: Administrator = ADMIN_PASSWORD
    ? { email, password: ADMIN_PASSWORD }
    : await keepPassword(path.join(dataDir, 'first-admin.json'), email)
  const { password } = administrator
  await payload.create({ collection: 'users', data: { email: administrator.email, password } })
  return administrator
}

async function keepPassword(file: string, email: string): Promise<Administrator> {
  const kept = await readKept(file)
  const { password } =
    kept?.email === email ? kept : { password: randomBytes(15).toString('base64url') }
  await writeFile(file, `${JSON.stringify({ email, password })}\n`, { mode: 0o600 })
  await chmod(file, 0o600)
  return { email, password, keptIn: file }
}

async function readKept(file: string): Promise<Administrator | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Administrator
  } catch (error) {
    if (isMissing(error) || error instanceof SyntaxError) return undefined
    throw error
  }
}
