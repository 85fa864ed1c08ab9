import { isPublic, type Publication } from '../../../hooks/rules/publication.ts'
import type { list } from '../words/list.ts'

/**
 * Which state a row of a list is in.
 *
 * @param row the main table's row, which is what readers get
 * @param isLatestDraft the list itself shows the latest version, and that is a draft
 */
export function stateOf(
  row: Publication | undefined,
  isLatestDraft: boolean,
): Extract<keyof typeof list, `state${string}`> {
  if (row?.withdrawnAt) return 'stateWithdrawn'
  if (row?.deletedAt) return 'stateInTrash'
  if (isPublic(row)) return isLatestDraft ? 'statePublicDraft' : 'statePublic'
  return row?.firstPublishedAt ? 'stateWasPublic' : 'stateDraft'
}
