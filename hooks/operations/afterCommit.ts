import type { PayloadRequest } from 'payload'

type Act = () => void

/** What waits for a transaction to be committed, by the transaction's id. */
const waiting = new Map<string, Act[]>()

/** Does something once what the request writes is there to stay; never when it is rolled back. */
export async function afterCommit(req: PayloadRequest, act: Act): Promise<void> {
  const id = await req.transactionID
  if (id === undefined || id === null) act()
  else waiting.set(String(id), [...(waiting.get(String(id)) ?? []), act])
}

/** For the adapter, which alone knows how a transaction ended. */
export function transactionEnded(id: number | string, isCommitted: boolean): void {
  const acts = waiting.get(String(id)) ?? []
  waiting.delete(String(id))
  if (isCommitted) for (const act of acts) act()
}
