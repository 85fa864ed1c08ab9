import type { PageAsRead } from '../asRead.ts'
import { boxOf } from '../boxes.ts'
import { type Finding, finding } from '../types.ts'
import { isPageLike } from './hiddenText.ts'

/** Longer documents need bookmarks. */
const pagesWithoutBookmarks = 20

/** What a whole document says to software that reads it aloud. */
export interface DocumentFacts {
  pages: number
  isTagged: boolean
  title?: string
  isTitleShown: boolean
  language?: string
  hasBookmarks: boolean
  mayBeReadAloud: boolean
  headings: number
  /** Numbers of pages that are pictures without a text. */
  pagesWithoutText: number[]
}

export function accessibilityFindings(facts: DocumentFacts): Finding[] {
  const hasText = facts.pagesWithoutText.length < facts.pages
  return [
    !facts.isTagged && finding('NOT_TAGGED'),
    !facts.title && finding('NO_TITLE'),
    facts.title && !facts.isTitleShown && finding('TITLE_NOT_SHOWN'),
    !facts.language && finding('NO_LANGUAGE'),
    facts.isTagged && hasText && facts.headings === 0 && finding('NO_HEADINGS'),
    facts.pages > pagesWithoutBookmarks &&
      !facts.hasBookmarks &&
      finding('NO_BOOKMARKS', { values: { pages: facts.pages } }),
    !facts.mayBeReadAloud && finding('READING_ALOUD_FORBIDDEN'),
    ...facts.pagesWithoutText.map((page) => finding('NO_TEXT', { page })),
  ].filter((found) => found !== false && found !== '' && found !== undefined)
}

/** A picture of a page, with no text that could be read aloud. */
export const isScan = ({ drawn, text }: PageAsRead): boolean =>
  !/[\p{L}\p{N}]/u.test(text) &&
  drawn.some(({ edges, kind }) => kind === 'image' && isPageLike(edges))

/** Figures of a page that nothing describes. */
export const figureFindings = ({ number, tags }: PageAsRead): Finding[] =>
  tags.bareFigures.map((edges) =>
    finding('NO_ALTERNATIVE_TEXT', { page: number, ...(edges && { box: boxOf(edges) }) }),
  )
