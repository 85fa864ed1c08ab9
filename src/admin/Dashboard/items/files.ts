import type { Facts } from '../facts/types.ts'
import type { Item } from './item.ts'

/** Drafts that nobody can publish before a file of theirs is mended. */
export const failedFileItems = ({ failedFiles }: Facts): Item[] =>
  failedFiles.map(({ name, publication }) => ({
    says: 'fileFailed',
    urgency: 'toDo',
    at: publication,
    name,
  }))
