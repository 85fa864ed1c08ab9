import type { SealedTables } from '../tables.ts'
import { keepingFiles } from './files.ts'
import { judging } from './judging.ts'
import { keepingLog } from './log.ts'
import { keepingPublications } from './publications.ts'
import { keepingWithdrawals } from './withdrawals.ts'

/**
 * The seal's functions, and the sequence and the table that they use.
 *
 * SQLSTATE: `SR001` protected, `SR002` the event log only grows, `SR003` a public change without its event,
 * `SR004` withdrawals are kept, `SR005` a file that nothing public refers to.
 */
export const functions = (tables: SealedTables): string[] => [
  ...judging(tables),
  ...keepingLog(tables),
  ...keepingWithdrawals(tables),
  ...keepingPublications(tables),
  ...keepingFiles(tables),
]
