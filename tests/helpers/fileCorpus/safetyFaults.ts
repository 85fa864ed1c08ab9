import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'

import type { CorpusFile } from './index.ts'
import { makeDocx } from './office.ts'
import { box, firstExtra, makePdf, stream, text } from './pdf.ts'

type Given = Parameters<typeof makePdf>[0]

const pages = [text('What was learned.', 50, 700)]

const file = (what: string, given: Partial<Given>, ...expected: string[]): CorpusFile => ({
  what,
  bytes: () => makePdf({ pages, ...given }),
  expected,
})

const attached = (name: string, content: string): Partial<Given> => ({
  catalog: `/Names << /EmbeddedFiles << /Names [(a) ${firstExtra} 0 R] >> >>`,
  extra: [
    `<< /Type /Filespec /UF (${name}) /EF << /F ${firstExtra + 1} 0 R >> >>`,
    stream('/Type /EmbeddedFile', content),
  ],
})

const encrypted = async (passwords: object): Promise<Uint8Array> => {
  const pdf = await PDFDocument.create()
  pdf.setTitle('A review', { showInWindowTitleBar: true })
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  pdf.addPage().drawText('The boy Jonathan Smith', { font })
  pdf.encrypt({ ownerPassword: 'owner', ...passwords } as never)
  return pdf.save()
}

export const safetyFaults: CorpusFile[] = [
  file(
    'a script that runs when the file is opened',
    { catalog: '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>' },
    'SCRIPT',
  ),
  file(
    'a link that starts a program',
    {
      pages: [
        {
          content: text('Link', 50, 700),
          entries:
            '/Annots [ << /Type /Annot /Subtype /Link /Rect [50 690 90 712] /A << /S /Launch /F (cmd.exe) >> >> ]',
        },
      ],
    },
    'LAUNCHES_PROGRAM',
  ),
  file(
    'a program as attachment, by its name',
    attached('notes.bat', 'del notes'),
    'EMBEDDED_PROGRAM in attachment notes.bat',
  ),
  file(
    'a program as attachment, by its content',
    attached('notes', 'MZ of a program'),
    'EMBEDDED_PROGRAM in attachment notes',
  ),
  file(
    'a film',
    {
      pages: [
        {
          content: text('Film', 50, 700),
          entries: '/Annots [ << /Type /Annot /Subtype /RichMedia /Rect [50 400 90 412] >> ]',
        },
      ],
    },
    'EMBEDDED_MEDIA',
  ),
  file(
    'a form of a kind that is not read',
    { catalog: '/AcroForm << /Fields [] /XFA [] >>' },
    'CANNOT_BE_EXAMINED in XFA form',
  ),
  {
    what: 'a Word file that calls itself a PDF',
    bytes: () => makeDocx(),
    expected: ['TYPE_DIFFERS'],
  },
  {
    what: 'bytes of no kind',
    bytes: () => Uint8Array.from({ length: 500 }, (_, index) => (index * 37) % 251),
    expected: ['TYPE_DIFFERS', 'CANNOT_BE_EXAMINED'],
  },
  {
    what: 'a PDF of which the second half is missing',
    bytes: () => makePdf({ pages }).subarray(0, 300),
    expected: ['FILE_BROKEN'],
  },
  {
    what: 'a PDF with a wrong table of objects',
    bytes: () => {
      const pdf = makePdf({ pages }).toString('latin1')
      return Buffer.from(pdf.replace(/startxref\n\d+/, 'startxref\n7'), 'latin1')
    },
    expected: ['FILE_REPAIRED'],
  },
  {
    what: 'a PDF that asks for a password',
    bytes: () => encrypted({ userPassword: 'secret' }),
    expected: ['FILE_ENCRYPTED'],
  },
  {
    what: 'a PDF that forbids to read it aloud',
    bytes: () => encrypted({ permissions: { contentAccessibility: false } }),
    expected: ['PRIVATE_NAME p1', 'NOT_TAGGED', 'NO_LANGUAGE', 'READING_ALOUD_FORBIDDEN'],
  },
]

/** Several faults at once. */
export const mixedFiles: CorpusFile[] = [
  {
    what: 'a name under a box, an author and a script',
    bytes: () =>
      makePdf({
        pages: [
          text('Nothing here.', 50, 700),
          text('Jonathan Smith', 50, 700) + box(45, 694, 110, 18),
        ],
        information: '/Author (Jonathan Smith)',
        catalog: '/OpenAction << /S /JavaScript /JS (1) >>',
      }),
    expected: [
      'PRIVATE_NAME p2',
      'REDACTION_COVERS_TEXT p2',
      'PRIVATE_NAME in metadata: Author',
      'METADATA_PERSON in metadata: Author',
      'SCRIPT',
    ],
  },
  {
    what: 'a PDF without anything that helps a reader',
    bytes: () =>
      makePdf({
        pages: Array.from({ length: 25 }, () => text('A page', 50, 700)),
        isTagged: false,
        title: '',
        language: '',
      }),
    expected: ['NOT_TAGGED', 'NO_TITLE', 'NO_LANGUAGE', 'NO_BOOKMARKS'],
  },
  {
    what: 'a file with a name, a white text and a text outside of the page',
    bytes: () =>
      makePdf({
        pages: [
          {
            content: [
              text('Rose was born on 2015-04-03.', 50, 700),
              text('Somebody secret', 50, 600, { colour: '1 1 1' }),
              text('Somebody else', 50, 20),
            ].join('\n'),
            entries: '/CropBox [0 60 595 842]',
          },
        ],
      }),
    expected: [
      'PRIVATE_NAME p1',
      'PRIVATE_NAME p1',
      'TEXT_HAS_BACKGROUND_COLOUR p1',
      'TEXT_OUTSIDE_PAGE p1',
    ],
  },
]
