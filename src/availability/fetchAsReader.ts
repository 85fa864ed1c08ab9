import { createHash } from 'node:crypto'

import { canonicalPublicForm } from '../../hooks/rules/publicForm.ts'
import type { Seen } from '../../hooks/rules/availability.ts'

const TIMEOUT_MS = 30_000

const get = (address: string): Promise<Response> =>
  fetch(address, { credentials: 'omit', signal: AbortSignal.timeout(TIMEOUT_MS) })

const unreachable: Seen = { status: 0 }

/** Fetches a document without logging in, and hashes its canonical public form. */
export async function fetchDocument(address: string): Promise<Seen> {
  try {
    const response = await get(address)
    if (!response.ok) return { status: response.status }
    const form = canonicalPublicForm((await response.json()) as object)
    return { status: 200, hash: createHash('sha256').update(form).digest('hex') }
  } catch {
    return unreachable
  }
}

/** Fetches a file without logging in, and hashes its bytes as they come. */
export async function fetchFile(address: string): Promise<Seen> {
  try {
    const response = await get(address)
    if (!response.ok || !response.body) return { status: response.status }
    const hash = createHash('sha256')
    for await (const part of response.body) hash.update(part)
    return { status: 200, hash: hash.digest('hex') }
  } catch {
    return unreachable
  }
}
