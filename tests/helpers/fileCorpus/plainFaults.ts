import type { CorpusFile } from './index.ts'
import { firstExtra, makePdf, picture, scan, stream, text } from './pdf.ts'
import { makeJpeg } from './pictures.ts'

type Given = Parameters<typeof makePdf>[0]

const pages = [text('What was learned.', 50, 700)]

const file = (what: string, given: Partial<Given>, ...expected: string[]): CorpusFile => ({
  what,
  bytes: () => makePdf({ pages, ...given }),
  expected,
})

const jpegObject = (bytes: Buffer) =>
  stream(
    '/Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode',
    bytes,
  )

export const metadataFaults: CorpusFile[] = [
  file('an author', { information: '/Author (A. Writer)' }, 'METADATA_PERSON in metadata: Author'),
  file(
    'a path of a computer',
    { information: '/Source (C:\\\\Users\\\\awriter\\\\Case\\\\draft.docx)' },
    'METADATA_PATH in metadata: Source',
  ),
  file(
    'a creator in XMP',
    {
      catalog: `/Metadata ${firstExtra} 0 R`,
      extra: [
        stream(
          '/Type /Metadata /Subtype /XML',
          '<x:xmpmeta><dc:creator><rdf:Seq><rdf:li>A. Writer</rdf:li></rdf:Seq></dc:creator></x:xmpmeta>',
        ),
      ],
    },
    'METADATA_PERSON in metadata: dc:creator',
  ),
  file(
    'a photograph with the place where it was taken',
    {
      pages: [
        {
          content: text('A photograph', 50, 700),
          figures: [{ content: picture('Im', 50, 400, 100, 100), alternative: 'A house' }],
          resources: `/XObject << /Im ${firstExtra} 0 R >>`,
        },
      ],
      extra: [jpegObject(makeJpeg({ hasLocation: true }))],
    },
    'METADATA_LOCATION in picture',
  ),
  {
    what: 'a photograph by itself with its place and its photographer',
    mimeType: 'jpeg',
    fileName: 'house.jpg',
    bytes: () => makeJpeg({ hasLocation: true, artist: 'A. Writer' }),
    expected: ['METADATA_LOCATION in picture', 'METADATA_PERSON in metadata: Artist'],
  },
]

export const accessibilityFaults: CorpusFile[] = [
  file('no tags', { isTagged: false }, 'NOT_TAGGED'),
  file('no title', { title: '' }, 'NO_TITLE'),
  file('a title that is not shown', { isTitleShown: false }, 'TITLE_NOT_SHOWN'),
  file('no language', { language: '' }, 'NO_LANGUAGE'),
  file('no headings', { hasHeadings: false }, 'NO_HEADINGS'),
  file(
    'no bookmarks',
    { pages: Array.from({ length: 21 }, () => text('A page', 50, 700)) },
    'NO_BOOKMARKS',
  ),
  file(
    'a figure without alternative text',
    {
      pages: [
        text('One', 50, 700),
        { content: text('Two', 50, 700), figures: [{ content: text('Figure', 50, 400) }] },
      ],
    },
    'NO_ALTERNATIVE_TEXT p2',
  ),
  file(
    'a page that is a picture only',
    {
      pages: [
        text('One', 50, 700),
        {
          heading: '',
          content: '',
          figures: [{ content: picture('Im', 0, 0, 595, 842), alternative: 'A page' }],
          resources: `/XObject << /Im ${firstExtra} 0 R >>`,
        },
      ],
      extra: [scan],
    },
    'NO_TEXT p2',
  ),
]
