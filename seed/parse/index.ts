import { htmlBlocks } from './htmlBlocks.ts'
import { type ParsedPage, readSections } from './sections.ts'
import { textBlocks } from './textBlocks.ts'

/** What the parser needs of a page that was read. */
export interface PageText {
  format: 'html' | 'text'
  text: string
}

/** Takes a page apart: blocks first, then title, sections and reviews. Pure. */
export const parsePage = ({ format, text }: PageText): ParsedPage =>
  readSections(format === 'html' ? htmlBlocks(text) : textBlocks(text))
