import type { BasePayload } from 'payload'

type Pool = {
  end: () => Promise<void>
  _clients?: { end: () => Promise<void> }[]
}

/**
 * Ends Payload and its connections. `payload.destroy()` leaves the pool open, and one connection is
 * checked out for as long as the adapter lives, which `pool.end()` would wait for: it is ended here.
 */
export async function closePayload(payload: BasePayload): Promise<void> {
  const { pool } = payload.db as { pool?: Pool }
  await payload.destroy()
  if (!pool) return
  const clients = [...(pool._clients ?? [])]
  void pool.end()
  await Promise.all(clients.map((client) => client.end().catch(() => {})))
}
