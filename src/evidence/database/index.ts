import type { Payload } from 'payload'

import type { Settings } from '../../options/index.ts'
import { sealFaults } from '../../seal/check.ts'
import type { Head } from '../chain.ts'
import { readRefusals } from '../refusals.ts'
import { verifyFiles } from './files.ts'
import { verifyLog } from './log.ts'
import { verifyPublications } from './publications.ts'
import { type DatabaseReport, type Part, Reporter } from './report.ts'
import { verifyWithdrawals } from './withdrawals.ts'

export interface VerifyOptions {
  /** Heads of the chain that were kept elsewhere. */
  heads?: Head[]
  /** Told how many of a part were looked at. */
  onProgress?: (part: Part, done: number) => void
}

/**
 * Verifies everything that the promise rests on: the seal, the event log, every publication, withdrawal and
 * file. It reads in small pieces, each in a moment of its own, while the site goes on.
 */
export async function verifyDatabase(
  payload: Payload,
  settings: Settings,
  { heads = [], onProgress }: VerifyOptions = {},
): Promise<DatabaseReport> {
  const reporter = new Reporter(onProgress)
  for (const sentence of await sealFaults(payload)) reporter.fault('seal', 'the seal', sentence)
  await verifyLog(payload, settings, reporter, heads)
  await verifyPublications(payload, settings, reporter)
  await verifyWithdrawals(payload, settings, reporter)
  await verifyFiles(payload, settings, reporter)
  await tellRefusals(payload, settings, reporter)
  return reporter.report
}

/** Attempts of which no event tells yet. */
async function tellRefusals(payload: Payload, settings: Settings, reporter: Reporter) {
  const { counted, recorded } = await readRefusals(payload, settings)
  reporter.done('refusals', counted)
  if (counted > recorded)
    reporter.notice(
      'refusals',
      `${counted - recorded} attempts`,
      `to take down or change what is kept were refused by the database and are in no event`,
    )
}
