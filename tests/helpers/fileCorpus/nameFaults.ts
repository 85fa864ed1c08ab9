import type { CorpusFile } from './index.ts'
import { firstExtra, makePdf, stream, text } from './pdf.ts'

const written = (what: string, ...lines: string[]): CorpusFile => ({
  what,
  bytes: () =>
    makePdf({
      pages: [
        text('Nothing here.', 50, 700),
        lines.map((line, index) => text(line, 50, 700 - index * 16)).join('\n'),
      ],
    }),
  expected: ['PRIVATE_NAME p2'],
})

const beside = (what: string, place: string, given: Parameters<typeof makePdf>[0]): CorpusFile => ({
  what,
  bytes: () => makePdf(given),
  expected: [`PRIVATE_NAME in ${place}`],
})

/** As hexadecimal digits, with the mark that PDFs have before it. */
const inUTF16 = (words: string) => Buffer.from(`\uFEFF${words}`, 'utf16le').swap16().toString('hex')

const pages = [text('Nothing here.', 50, 700)]

const withAnnotation = (annotation: string) => [
  {
    content: text('Nothing here.', 50, 700),
    entries: `/Annots [ << /Type /Annot ${annotation} >> ]`,
  },
]

export const nameFaults: CorpusFile[] = [
  written('a name', 'The boy, Jonathan Smith, was five.'),
  written('a name in the possessive', 'Jonathan Smith\u2019s mother'.replace('\u2019', "'")),
  written('a name over two lines', 'They spoke of Jonathan', 'Smith and left.'),
  written('a hyphenated name over two lines', 'They spoke of Jona-', 'than Smith and left.'),
  written('an initial', 'Seen by J. Smith at noon.'),
  written('the last name first', 'SMITH, Jonathan'),
  written('a name with accents', 'The boy Jon\xe1than Sm\xedth'),
  written('a misspelt name', 'The boy Jonahtan Smith'),
  written('a name in lower case', 'the boy jonathan smith'),
  written('a common word as a name', 'The health visitor met Rose at home.'),
  written('a month as a name', "The health visitor heard April's mother."),
  written('an address', 'They lived at 12, Acacia Ave. with an aunt.'),
  written('a postcode', 'Found near ab1 2cd at night.'),
  written('a date of birth', 'Born on the 3rd April 2015.'),
  written('a date of birth in digits', 'DOB 03/04/2015'),
  {
    what: 'a first name and a last name by themselves',
    bytes: () =>
      makePdf({
        pages: [text('The school saw Jonathan on Monday, and the Smiths later.', 50, 700)],
      }),
    expected: ['PRIVATE_NAME_PART p1', 'PRIVATE_NAME_PART p1'],
  },
  beside('a name among the properties, in UTF-16', 'metadata: Subject', {
    pages,
    information: `/Subject <${inUTF16('Jonathan Smith')}>`,
  }),
  beside('a name in XMP', 'metadata: XMP', {
    pages,
    catalog: `/Metadata ${firstExtra} 0 R`,
    extra: [
      stream(
        '/Type /Metadata /Subtype /XML',
        '<x:xmpmeta><dc:description><rdf:li>About Jonathan Smith</rdf:li></dc:description></x:xmpmeta>',
      ),
    ],
  }),
  beside('a name in a bookmark', 'bookmark', {
    pages,
    catalog: `/Outlines << /Type /Outlines /First ${firstExtra} 0 R /Last ${firstExtra} 0 R /Count 1 >>`,
    extra: ['<< /Title (Jonathan Smith) /Dest [null /Fit] >>'],
  }),
  {
    what: 'a name in a comment',
    bytes: () =>
      makePdf({
        pages: withAnnotation(
          '/Subtype /Text /Rect [100 600 120 620] /Contents (Is this Jonathan Smith?)',
        ),
      }),
    expected: ['PRIVATE_NAME p1 in comment', 'COMMENTS'],
  },
  {
    what: 'a name in UTF-16 in a form field',
    bytes: () =>
      makePdf({
        pages: withAnnotation(
          `/Subtype /Widget /FT /Tx /T (child) /Rect [100 600 220 620] /V <${inUTF16('Jonathan Smith')}>`,
        ),
      }),
    expected: ['PRIVATE_NAME p1 in form field'],
  },
  beside('a name as alternative text', 'alternative text', {
    pages: [
      {
        content: text('Nothing here.', 50, 700),
        figures: [{ content: text('Figure', 50, 500), alternative: 'Drawing by Jonathan Smith' }],
      },
    ],
  }),
  beside('the name of a layer', 'layer', {
    pages,
    catalog: `/OCProperties << /OCGs [${firstExtra} 0 R] /D << >> >>`,
    extra: ['<< /Type /OCG /Name (Jonathan Smith) >>'],
  }),
  {
    what: 'a name as the name of the file',
    fileName: 'JonathanSmith_report.pdf',
    bytes: () => makePdf({ pages }),
    expected: ['PRIVATE_NAME in file name'],
  },
  {
    what: 'a name in an attachment and its name',
    bytes: () =>
      makePdf({
        pages,
        catalog: `/Names << /EmbeddedFiles << /Names [(a) ${firstExtra} 0 R] >> >>`,
        extra: [
          `<< /Type /Filespec /UF (Jonathan Smith.txt) /EF << /F ${firstExtra + 1} 0 R >> >>`,
          stream('/Type /EmbeddedFile', 'Notes on J Smith, born 3.4.15'),
        ],
      }),
    expected: [
      'ATTACHMENT in attachment 1',
      'PRIVATE_NAME in attachment',
      'PRIVATE_NAME in attachment 1',
      'PRIVATE_NAME in attachment 1',
      'PRIVATE_NAME in attachment 1',
    ],
  },
]
