import { verifyDatabase } from '../../../src/evidence/database/index.ts'
import { startTestApp } from '../app.ts'

/** What `npm run verify` finds wrong; an app of its own asks, for the one before may be gone with its database. */
export async function verificationFaults(url: string, dataDir: string): Promise<string[]> {
  const database = { url, ownerURL: url, dataDir, drop: async () => {} }
  const { close, payload } = await startTestApp({ database })
  try {
    const settings = payload.config.custom!.safeguardingReviews
    const { findings } = await verifyDatabase(payload, settings)
    return findings.map(({ part, sentence, subject }) => `${part}: ${subject} ${sentence}`)
  } finally {
    await close()
  }
}
