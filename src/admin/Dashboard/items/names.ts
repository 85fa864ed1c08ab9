import type { Reference } from '../../../../hooks/rules/references.ts'
import type { Facts } from '../facts/types.ts'

/** How a document is called; by its reference when it is gone. */
export const documentName = (names: Facts['names'], document: Reference): string =>
  names.get(document)?.name || document

/** Whose account it is; undefined when it is gone. */
export const accountName = (
  names: Facts['names'],
  account: Reference | null | undefined,
): string | undefined => (account ? names.get(account)?.name : undefined)
