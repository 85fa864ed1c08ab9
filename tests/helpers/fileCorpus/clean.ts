import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'

import type { CorpusFile } from './index.ts'
import { makeDocx, makeOdt, paragraph } from './office.ts'
import { box, firstExtra, makePdf, photograph, picture, scan, stream, text } from './pdf.ts'
import { makeJpeg } from './pictures.ts'

const pictureResource = `/XObject << /Im ${firstExtra} 0 R >>`
const wholePage = picture('Im', 0, 0, 595, 842)

/** Nothing in these may stop them. */
export const cleanFiles: CorpusFile[] = [
  {
    what: 'a plain report',
    bytes: () => makePdf({ pages: [text('Services saw a boy who missed appointments.', 50, 700)] }),
    expected: [],
  },
  {
    what: 'words that are names besides',
    bytes: () =>
      makePdf({
        pages: [
          [
            text('Will the partnership act? They will. It is the will of all.', 50, 700),
            text('The number rose. A rose grew. Rose gardens are in April 2019.', 50, 680),
            text('Since April the meeting of 4 April 2015 was in April. HOW WILL WE', 50, 660),
            text('How Services Will Change', 50, 640),
            text('Jonathan Jones and a smith reviewed it at 12 Acacia Road.', 50, 620),
          ].join('\n'),
        ],
      }),
    expected: [],
  },
  {
    what: 'a table with a black header and white words on it',
    bytes: () =>
      makePdf({
        pages: [
          [
            box(50, 640, 400, 20),
            text('Agency', 55, 645, { colour: '1 1 1' }),
            text('Recommendation', 200, 645, { colour: '1 1 1' }),
            text('Police', 55, 620),
          ].join('\n'),
        ],
      }),
    expected: [],
  },
  {
    what: 'a bar chart with labels',
    bytes: () =>
      makePdf({
        pages: [
          [
            ...[80, 140, 60].map((height, index) =>
              box(60 + index * 60, 400, 40, height, '0.1 0.1 0.3'),
            ),
            ...['2019', '2020', '2021'].map((year, index) => text(year, 65 + index * 60, 385)),
            text('58', 70, 420, { colour: '1 1 1' }),
          ].join('\n'),
        ],
      }),
    expected: [],
  },
  {
    what: 'coloured boxes behind text',
    bytes: () =>
      makePdf({
        pages: [
          [
            box(40, 600, 300, 60, '0.9 0.95 1'),
            text('Key learning: ask, and write it down.', 50, 625),
            box(40, 500, 300, 60, '0.05 0.2 0.1'),
            text('Professional curiosity', 50, 525, { colour: '0.95 0.95 0.95' }),
          ].join('\n'),
        ],
      }),
    expected: [],
  },
  {
    what: 'a page number in a dark box, a rule over a table and underlined words',
    bytes: () =>
      makePdf({
        pages: [
          [
            box(540, 20, 30, 20, '0 0 0'),
            text('12', 548, 26, { colour: '1 1 1' }),
            text('Underlined', 50, 700),
            box(50, 698, 60, 1),
            box(50, 690, 500, 2),
          ].join('\n'),
        ],
      }),
    expected: [],
  },
  {
    what: 'a highlight in yellow that was drawn over the words',
    bytes: () =>
      makePdf({
        pages: [
          {
            content: `${text('Ask the child.', 50, 700)} q /Multiply gs ${box(45, 695, 120, 16, '1 1 0')} Q`,
            resources: '/ExtGState << /Multiply << /BM /Multiply >> >>',
          },
        ],
      }),
    expected: [],
  },
  {
    what: 'a heading that is drawn twice, invisible and then seen',
    bytes: () =>
      makePdf({
        pages: [
          text('A heading of weight', 50, 700, { mode: 3 }) + text('A heading of weight', 50, 700),
        ],
      }),
    expected: [],
  },
  {
    what: 'white letters with outlines that are lines',
    bytes: () =>
      makePdf({
        pages: [
          text('Outline', 50, 700, { size: 40, colour: '1 1 1' }) +
            Array.from(
              { length: 50 },
              (_, index) => `${50 + index * 3} 695 m ${50 + index * 3} 735 l S`,
            ).join('\n'),
        ],
      }),
    expected: [],
  },
  {
    what: 'a ligature in a group that is made smaller and turned over',
    bytes: () =>
      makePdf({
        pages: [
          {
            content: 'q 0.24 0 0 -0.24 30 700 cm /Group Do Q',
            resources: `/XObject << /Group ${firstExtra} 0 R >>`,
          },
        ],
        extra: [
          stream(
            `/Type /XObject /Subtype /Form /BBox [0 0 2000 2000] /Resources << /Font << /F ${firstExtra + 1} 0 R >> >>`,
            box(80, 730, 900, 100) +
              'BT /F 60 Tf 1 0 0 -1 100 800 Tm 1 1 1 rg (Con\\001rmed) Tj ET',
          ),
          `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding << /Differences [1 /fi] >> /ToUnicode ${firstExtra + 2} 0 R >>`,
          stream(
            '',
            '/CMapType 2 def begincmap 1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <01> <00660069> endbfchar endcmap',
          ),
        ],
      }),
    expected: [],
  },
  {
    what: 'a frame around words, drawn after them',
    bytes: () =>
      makePdf({ pages: [`${text('Framed', 50, 700)} q 0 0 0 RG 8 w 30 670 200 60 re S Q`] }),
    expected: [],
  },
  {
    what: 'a scan with text recognition behind it',
    bytes: () =>
      makePdf({
        pages: [
          {
            heading: '',
            content: `${text('Recognised words', 50, 700, { mode: 3 })} ${text('over many lines', 50, 680, { mode: 3 })}`,
            figures: [{ content: wholePage, alternative: 'A scanned page' }],
            resources: pictureResource,
          },
        ],
        extra: [scan],
      }),
    expected: [],
  },
  {
    what: 'a scan over text that was recognised',
    bytes: () =>
      makePdf({
        pages: [
          {
            content: text('Recognised words', 50, 700),
            figures: [{ content: wholePage, alternative: 'A scanned page' }],
            resources: pictureResource,
          },
        ],
        extra: [scan],
      }),
    expected: [],
  },
  {
    what: 'a cover with a photograph, a dark band and a title on it',
    bytes: () =>
      makePdf({
        pages: [
          {
            heading: '',
            content: '',
            figures: [
              {
                alternative: 'Children at play',
                content: [
                  wholePage,
                  box(60, 400, 300, 80),
                  text('Local review', 80, 440, { colour: '1 1 1', size: 20 }),
                  box(0, 0, 595, 60),
                ].join('\n'),
              },
            ],
            resources: pictureResource,
          },
          text('More', 50, 700),
        ],
        extra: [photograph],
      }),
    expected: [],
  },
  {
    what: 'a text in a group that is moved, on a page that is turned and cropped',
    bytes: () =>
      makePdf({
        pages: [
          {
            content: `q 1 0 0 1 100 100 cm /Group Do Q`,
            entries: '/Rotate 90 /CropBox [20 20 575 822]',
            resources: `/XObject << /Group ${firstExtra} 0 R >>`,
          },
        ],
        extra: [
          stream(
            '/Type /XObject /Subtype /Form /BBox [0 0 400 400] /Resources << /Font << /F 3 0 R >> >>',
            `${box(10, 200, 200, 20)} ${text('White in a group', 15, 205, { colour: '1 1 1' })}`,
          ),
        ],
      }),
    expected: [],
  },
  {
    what: 'an older version that lacks words which came later',
    bytes: async () => {
      const pdf = makePdf({ pages: [text('First words', 50, 700)] })
      const loaded = await PDFDocument.load(pdf, { updateMetadata: false })
      loaded.getPage(0).drawText('Added words', {
        x: 50,
        y: 600,
        font: await loaded.embedFont(StandardFonts.Helvetica),
      })
      return loaded
        .saveIncremental(loaded.takeSnapshot())
        .then((added) => Buffer.concat([pdf, added]))
    },
    expected: [],
  },
  {
    what: 'a page with a small drawing and nothing else',
    bytes: () =>
      makePdf({
        pages: [
          text('One', 50, 700),
          {
            heading: '',
            content: '',
            figures: [{ content: picture('Im', 200, 400, 90, 90), alternative: 'A tree' }],
            resources: pictureResource,
          },
        ],
        extra: [photograph],
      }),
    expected: [],
  },
  {
    what: 'thirty pages with bookmarks',
    bytes: () =>
      makePdf({
        pages: Array.from({ length: 30 }, (_, index) => text(`Part ${index + 1}`, 50, 700)),
        hasBookmarks: true,
      }),
    expected: [],
  },
  { what: 'a plain Word file', mimeType: 'docx', bytes: () => makeDocx(), expected: [] },
  {
    what: 'a Word file with a black table header',
    mimeType: 'docx',
    bytes: () =>
      makeDocx({
        body: [
          paragraph('Agency', '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="000000"/>'),
          paragraph('Automatic colour turns white', '<w:shd w:val="clear" w:fill="000000"/>'),
          paragraph('Marked in yellow', '<w:highlight w:val="yellow"/>'),
        ].join(''),
      }),
    expected: [],
  },
  { what: 'a plain OpenDocument text', mimeType: 'odt', bytes: () => makeOdt(), expected: [] },
  { what: 'a plain photograph', mimeType: 'jpeg', bytes: () => makeJpeg(), expected: [] },
]
