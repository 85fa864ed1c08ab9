import type { Payload } from 'payload'

import { closePayload } from '../database/closePayload.ts'

/** Payload keeps what `getPayload` made in a global; Next's requests made these. */
type Cached = { payload: Payload | null; promise: Promise<Payload> | null }

/** Ends every Payload of this process; they must not outlive their database by a moment. */
export async function closePayloads(): Promise<void> {
  const cache = (globalThis as { _payload?: Map<string, Cached> })._payload ?? new Map()
  for (const { payload, promise } of cache.values()) {
    const made = payload ?? (await promise?.catch(() => null))
    if (made) await closePayload(made)
  }
  cache.clear()
}
