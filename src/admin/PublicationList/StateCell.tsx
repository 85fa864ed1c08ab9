import type { CollectionSlug, DefaultServerCellComponentProps } from 'payload'

import { wordsOf } from '../words/index.ts'
import { publicRowInList } from './publicRows.ts'
import { stateOf } from './state.ts'

/** What readers get of a document in a list: the status that Payload shows is the latest draft’s. */
export async function PublicationStateCell({
  collectionSlug,
  i18n,
  payload,
  rowData,
}: DefaultServerCellComponentProps) {
  const row = await publicRowInList(payload, collectionSlug as CollectionSlug, rowData.id)
  const say = wordsOf('list', i18n.t as never)
  return <span>{say(stateOf(row, rowData._status === 'draft'))}</span>
}
