import { strToU8, zipSync } from 'fflate'

/** Namespaces are not looked at; prefixes are. */
const xml = (content: string) => strToU8(`<?xml version="1.0" encoding="UTF-8"?>\n${content}`)

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'

export interface DocxContent {
  /** Paragraphs and what else stands in the body, as XML. */
  body?: string
  title?: string
  language?: string
  hasHeading?: boolean
  /** Further elements of the core properties. */
  properties?: string
  /** Further files by their path; text is written as XML. */
  files?: Record<string, Uint8Array | string>
  type?: string
}

export const paragraph = (words: string, style = ''): string =>
  `<w:p><w:r>${style && `<w:rPr>${style}</w:rPr>`}<w:t xml:space="preserve">${words}</w:t></w:r></w:p>`

export function makeDocx({
  body = paragraph('What was learned.'),
  files = {},
  hasHeading = true,
  language = 'en-GB',
  properties = '',
  title = 'A review',
  type = wordType,
}: DocxContent = {}): Uint8Array {
  const heading =
    '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Learning</w:t></w:r></w:p>'
  return zipSync({
    '[Content_Types].xml': xml(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`,
    ),
    '_rels/.rels': xml(
      '<Relationships><Relationship Id="r1" Target="word/document.xml"/></Relationships>',
    ),
    'word/document.xml': xml(
      `<w:document><w:body>${hasHeading ? heading : ''}${body}</w:body></w:document>`,
    ),
    'word/styles.xml': xml(
      `<w:styles>${language && `<w:rPr><w:lang w:val="${language}"/></w:rPr>`}</w:styles>`,
    ),
    'docProps/core.xml': xml(
      `<cp:coreProperties>${title && `<dc:title>${title}</dc:title>`}${properties}</cp:coreProperties>`,
    ),
    ...Object.fromEntries(
      Object.entries(files).map(([path, content]) => [
        path,
        typeof content === 'string' ? xml(content) : content,
      ]),
    ),
  })
}

/** A spreadsheet with words in a cell. */
export const makeXlsx = (words: string): Uint8Array =>
  zipSync({
    '[Content_Types].xml': xml(
      '<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    ),
    'xl/workbook.xml': xml('<workbook/>'),
    'xl/sharedStrings.xml': xml(`<sst><si><t>Case</t></si><si><t>${words}</t></si></sst>`),
  })

export interface OdtContent {
  body?: string
  title?: string
  language?: string
  hasHeading?: boolean
  properties?: string
  styles?: string
  manifest?: string
  files?: Record<string, string>
}

export const odtParagraph = (words: string): string => `<text:p>${words}</text:p>`

export function makeOdt({
  body = odtParagraph('What was learned.'),
  files = {},
  hasHeading = true,
  language = 'en',
  manifest = '',
  properties = '',
  styles = '',
  title = 'A review',
}: OdtContent = {}): Uint8Array {
  const heading = '<text:h text:outline-level="1">Learning</text:h>'
  return zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'META-INF/manifest.xml': xml(`<manifest:manifest>${manifest}</manifest:manifest>`),
    'content.xml': xml(
      `<office:document-content><office:body><office:text>${hasHeading ? heading : ''}${body}</office:text></office:body></office:document-content>`,
    ),
    'styles.xml': xml(
      `<office:document-styles>${language && `<style:text-properties fo:language="${language}"/>`}${styles}</office:document-styles>`,
    ),
    'meta.xml': xml(
      `<office:document-meta><office:meta>${title && `<dc:title>${title}</dc:title>`}${properties}</office:meta></office:document-meta>`,
    ),
    ...Object.fromEntries(Object.entries(files).map(([path, content]) => [path, xml(content)])),
  })
}
