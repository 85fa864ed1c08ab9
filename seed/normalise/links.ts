import { type Inline, inlinesOf } from '../parse/blocks.ts'
import type { ParsedPage } from '../parse/sections.ts'
import type { LinkAddress } from './richText.ts'

/** A file that the page links to, as it was fetched. */
export interface LinkedFile {
  name: string
  mimeType: string
  data: Buffer
  sha256: string
}

/** By the address as the page writes it: the file, or the sentence that says why it could not be had. */
export type LinkedFiles = ReadonlyMap<string, LinkedFile | { failure: string }>

/** A link of the page: the words that carry it, the address as written, and its line. */
export interface PageLink {
  href: string
  words: string
  line: number
}

const fileEnding = /\.(?:pdf|docx?|odt)$/i

/** True when an address ends like a file that can be attached: PDF, Word or OpenDocument text. */
export function isFileLink(href: string): boolean {
  const path = href.split(/[?#]/)[0]!
  return fileEnding.test(path)
}

/** The address in full, or undefined when it is relative and the page's own address is unknown. */
export function fullAddress(href: string, pageAddress?: string): string | undefined {
  const url = URL.canParse(href, pageAddress) ? new URL(href, pageAddress) : undefined
  return url && /^https?:$/.test(url.protocol) ? url.href : undefined
}

export const isFetched = (file: LinkedFile | { failure: string } | undefined): file is LinkedFile =>
  file !== undefined && 'data' in file

/** Keeps links that lead elsewhere; an attached file stands in its own field, and its old address may die. */
export const outwardLinks =
  ({ files, pageAddress }: { files: LinkedFiles; pageAddress?: string }): LinkAddress =>
  (href) =>
    isFetched(files.get(href)) ? undefined : fullAddress(href, pageAddress)

export const linksOf = (inlines: Inline[], line: number): PageLink[] =>
  inlines.flatMap(({ href, text }) => (href ? [{ href, words: text, line }] : []))

/** Every link of a page to a file, once each. */
export function fileLinks(page: ParsedPage): PageLink[] {
  const places = [...page.sections, ...page.entries]
  const links = places.flatMap(({ heading, blocks }) =>
    [...(heading ? [heading] : []), ...blocks].flatMap((block) =>
      linksOf(inlinesOf(block), block.line),
    ),
  )
  const byHref = new Map(
    links.filter(({ href }) => isFileLink(href)).map((link) => [link.href, link]),
  )
  return [...byHref.values()]
}
