import type { Document, Element } from 'domhandler'

import type { Writing } from './xml.ts'

/** How a Word file writes words. */
export const writing: Writing = {
  paragraphs: ['w:p', 'a:p'],
  characters: { 'w:tab': '\t', 'w:br': '\n', 'w:cr': '\n', 'w:noBreakHyphen': '-' },
  skipped: ['w:instrText', 'w:delInstrText'],
}

/** Where a part of a Word file is, as a finding says it. */
const places: [RegExp, string][] = [
  [/^word\/document\.xml$/, 'text'],
  [/^word\/(header|footer)\d*\.xml$/, 'header or footer'],
  [/^word\/(footnotes|endnotes)\.xml$/, 'footnote'],
  [/^word\/comments\w*\.xml$/, 'comment'],
  [/^word\/people\.xml$/, 'comment'],
  [/^docProps\//, 'metadata'],
  [/\.rels$/, 'link'],
]

export const placeOf = (path: string): string =>
  places.find(([pattern]) => pattern.test(path))?.[1] ?? 'document data'

/** One of the files of which a Word file is made. */
export interface Part {
  path: string
  root: Document
  elements: Element[]
}
