import { strToU8 } from 'fflate'

import type { CorpusFile } from './index.ts'
import { makeDocx, makeOdt, makeXlsx, odtParagraph, paragraph } from './office.ts'
import { makeJpeg } from './pictures.ts'

const docx = (
  what: string,
  given: Parameters<typeof makeDocx>[0],
  ...expected: string[]
): CorpusFile => ({ what, mimeType: 'docx', bytes: () => makeDocx(given), expected })

const odt = (
  what: string,
  given: Parameters<typeof makeOdt>[0],
  ...expected: string[]
): CorpusFile => ({ what, mimeType: 'odt', bytes: () => makeOdt(given), expected })

const body = (words: string, style = '') => ({ body: paragraph(words, style) })

export const officeFiles: CorpusFile[] = [
  docx(
    'a name in a Word file, in pieces',
    {
      body: '<w:p><w:r><w:t>Jona</w:t></w:r><w:r><w:t>than </w:t></w:r><w:r><w:t>Smith</w:t></w:r></w:p>',
    },
    'PRIVATE_NAME in text',
  ),
  docx(
    'a name in a header and a footnote',
    {
      files: {
        'word/header1.xml': `<w:hdr>${paragraph('Jonathan Smith')}</w:hdr>`,
        'word/footnotes.xml': `<w:footnotes>${paragraph('12 Acacia Avenue')}</w:footnotes>`,
      },
    },
    'PRIVATE_NAME in header or footer',
    'PRIVATE_NAME in footnote',
  ),
  docx(
    'a name in a comment',
    {
      files: {
        'word/comments.xml': `<w:comments><w:comment w:author="A">${paragraph('Is it Jonathan Smith?')}</w:comment></w:comments>`,
      },
    },
    'PRIVATE_NAME in comment',
    'COMMENTS',
  ),
  docx(
    'a name that was deleted with tracked changes',
    {
      body: '<w:p><w:r><w:t xml:space="preserve">The boy </w:t></w:r><w:del w:author="A"><w:r><w:delText>Jonathan Smith</w:delText></w:r></w:del><w:ins w:author="A"><w:r><w:t>Alan</w:t></w:r></w:ins></w:p>',
    },
    'PRIVATE_NAME in text',
    'TRACKED_CHANGES',
  ),
  docx(
    'a name of somebody who changed it',
    { body: '<w:p><w:ins w:author="Jonathan Smith"><w:r><w:t>Alan</w:t></w:r></w:ins></w:p>' },
    'PRIVATE_NAME in text',
    'TRACKED_CHANGES',
  ),
  docx(
    'a name among the properties',
    { properties: '<dc:description>Jonathan Smith</dc:description>' },
    'PRIVATE_NAME in metadata',
  ),
  docx('hidden words', body('Somebody secret', '<w:vanish/>'), 'TEXT_INVISIBLE in text'),
  docx(
    'words under a black highlighter',
    body('Somebody secret', '<w:highlight w:val="black"/>'),
    'REDACTION_COVERS_TEXT in text',
  ),
  docx(
    'people and paths',
    {
      properties:
        '<dc:creator>A. Writer</dc:creator><cp:lastModifiedBy>B. Writer</cp:lastModifiedBy>',
      files: {
        'word/_rels/settings.xml.rels':
          '<Relationships><Relationship Id="r" Target="file:///C:\\Users\\awriter\\Normal.dotm"/></Relationships>',
      },
    },
    'METADATA_PERSON in metadata: dc:creator',
    'METADATA_PERSON in metadata: cp:lastModifiedBy',
    'METADATA_PATH in metadata: link',
  ),
  docx(
    'a photograph with its place, under a name',
    {
      files: { 'word/media/JonathanSmith.jpg': makeJpeg({ hasLocation: true }) },
    },
    'PRIVATE_NAME in embedded file',
    'METADATA_LOCATION in picture',
  ),
  docx(
    'a Word file inside of a Word file, with a name',
    { files: { 'word/embeddings/notes.docx': makeDocx(body('The boy Jonathan Smith')) } },
    'ATTACHMENT in attachment notes.docx',
    'PRIVATE_NAME in attachment notes.docx',
  ),
  docx(
    'a chart with a name in the spreadsheet behind it',
    { files: { 'word/embeddings/Sheet1.xlsx': makeXlsx('Jonathan Smith') } },
    'ATTACHMENT in attachment Sheet1.xlsx',
    'PRIVATE_NAME in attachment Sheet1.xlsx',
    'CANNOT_BE_EXAMINED in attachment Sheet1.xlsx',
  ),
  docx(
    'nothing that helps a reader',
    {
      title: '',
      language: '',
      hasHeading: false,
      body: `${paragraph('Words')}<w:p><w:drawing><wp:docPr id="1" name="Picture"/></w:drawing></w:p>`,
    },
    'NO_TITLE',
    'NO_LANGUAGE',
    'NO_HEADINGS',
    'NO_ALTERNATIVE_TEXT in text',
  ),
  docx(
    'macros',
    {
      type: 'application/vnd.ms-word.document.macroEnabled.main+xml',
      files: { 'word/vbaProject.bin': strToU8('macros') },
    },
    'MACROS',
  ),
  odt(
    'a name',
    { body: odtParagraph('The boy Jonathan <text:span>Smith</text:span>') },
    'PRIVATE_NAME in text',
  ),
  odt(
    'a name that was deleted, in a footer, and in a comment',
    {
      body: `<text:tracked-changes><text:changed-region><text:deletion>${odtParagraph('Jonathan Smith')}</text:deletion></text:changed-region></text:tracked-changes>${odtParagraph(`Alan<office:annotation>${odtParagraph('born 3 April 2015')}</office:annotation>`)}`,
      styles: `<style:footer>${odtParagraph('AB1 2CD')}</style:footer>`,
    },
    'PRIVATE_NAME in text',
    'PRIVATE_NAME in text',
    'PRIVATE_NAME in header or footer',
    'TRACKED_CHANGES',
    'COMMENTS',
  ),
  odt(
    'a name in a chart',
    {
      files: {
        'Object 1/content.xml': `<chart:chart>${odtParagraph('Jonathan Smith')}</chart:chart>`,
      },
    },
    'PRIVATE_NAME in embedded file',
  ),
  odt(
    'people, macros and nothing that helps a reader',
    {
      title: '',
      language: '',
      hasHeading: false,
      properties: '<meta:initial-creator>A. Writer</meta:initial-creator>',
      body: `${odtParagraph('<text:hidden-text text:string-value="x"/>')}<draw:frame><draw:image/></draw:frame>`,
      files: { 'Basic/Standard/Module1.xml': '<script/>' },
    },
    'MACROS',
    'TEXT_INVISIBLE',
    'METADATA_PERSON in metadata: meta:initial-creator',
    'NO_TITLE',
    'NO_LANGUAGE',
    'NO_HEADINGS',
    'NO_ALTERNATIVE_TEXT in text',
  ),
  odt(
    'an OpenDocument text with a password',
    { manifest: '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>' },
    'FILE_ENCRYPTED',
  ),
  {
    what: 'an older Word file with macros and a name',
    mimeType: 'doc',
    fileName: 'report.doc',
    bytes: () =>
      Buffer.concat([
        Buffer.from('d0cf11e0a1b11ae1', 'hex'),
        Buffer.alloc(504),
        ...['WordDocument', '_VBA_PROJECT', ' The boy Jonathan Smith was '].map((words) =>
          Buffer.from(`${words}\0\0`, 'utf16le'),
        ),
      ]),
    expected: ['PRIVATE_NAME in text', 'MACROS', 'CANNOT_BE_EXAMINED'],
  },
]
