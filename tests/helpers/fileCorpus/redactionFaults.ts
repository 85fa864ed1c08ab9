import type { CorpusFile } from './index.ts'
import {
  box,
  firstExtra,
  greyPicture,
  makePdf,
  photograph,
  picture,
  scan,
  text,
  writeObjects,
  stream,
} from './pdf.ts'

const secret = text('Somebody secret', 50, 700)
const wholePage = picture('Im', 0, 0, 595, 842)
const pictureResource = `/XObject << /Im ${firstExtra} 0 R >>`

const drawn = (
  what: string,
  content: string,
  expected = 'REDACTION_COVERS_TEXT p1',
): CorpusFile => ({
  what,
  bytes: () => makePdf({ pages: [content] }),
  expected: [expected],
})

const annotated = (what: string, annotation: string, ...expected: string[]): CorpusFile => ({
  what,
  bytes: () =>
    makePdf({
      pages: [{ content: secret, entries: `/Annots [ << /Type /Annot /F 4 ${annotation} >> ]` }],
    }),
  expected,
})

const scanned = (what: string, content: string, ...expected: string[]): CorpusFile => ({
  what,
  bytes: () =>
    makePdf({
      pages: [
        {
          content: '',
          figures: [{ content, alternative: 'A scanned page' }],
          resources: pictureResource,
        },
      ],
      extra: [scan],
    }),
  expected,
})

export const redactionFaults: CorpusFile[] = [
  drawn('a black box over words', secret + box(45, 694, 110, 18)),
  drawn(
    'a black box over a part of a line',
    `${text('The child Somebody was', 50, 700)} ${box(100, 694, 80, 18)}`,
  ),
  drawn('a white box over words', secret + box(45, 694, 110, 18, '1 1 1')),
  drawn(
    'a black box with a label on it',
    `${secret} ${box(45, 694, 110, 18)} ${text('REDACTED', 50, 700, { colour: '1 1 1' })}`,
  ),
  drawn('a thick line over words', `${secret} q 0 0 0 RG 16 w 45 704 m 160 704 l S Q`),
  drawn(
    'black words on a black box',
    box(45, 694, 110, 18) + secret,
    'TEXT_HAS_BACKGROUND_COLOUR p1',
  ),
  drawn(
    'white words',
    text('Somebody secret', 50, 700, { colour: '1 1 1' }),
    'TEXT_HAS_BACKGROUND_COLOUR p1',
  ),
  drawn(
    'nearly white words',
    text('Somebody secret', 50, 700, { colour: '.98 .98 .97' }),
    'TEXT_HAS_BACKGROUND_COLOUR p1',
  ),
  drawn('invisible words', text('Somebody secret', 50, 700, { mode: 3 }), 'TEXT_INVISIBLE p1'),
  {
    what: 'a picture over words',
    bytes: () =>
      makePdf({
        pages: [
          {
            content: secret,
            figures: [{ content: picture('Im', 40, 690, 130, 25), alternative: 'A photograph' }],
            resources: pictureResource,
          },
        ],
        extra: [photograph],
      }),
    expected: ['REDACTION_COVERS_TEXT p1'],
  },
  {
    what: 'words outside of the page',
    bytes: () =>
      makePdf({
        pages: [
          {
            content: text('Somebody secret', 50, 30),
            entries: '/CropBox [0 60 595 842]',
          },
        ],
      }),
    expected: ['TEXT_OUTSIDE_PAGE p1'],
  },
  {
    what: 'a box inside of a group that is made smaller, over words of a page that is turned',
    bytes: () =>
      makePdf({
        pages: [
          {
            content: `${secret} q 0.5 0 0 0.5 40 690 cm /Group Do Q`,
            entries: '/Rotate 90',
            resources: `/XObject << /Group ${firstExtra} 0 R >>`,
          },
        ],
        extra: [stream('/Type /XObject /Subtype /Form /BBox [0 0 400 400]', box(0, 0, 260, 50))],
      }),
    expected: ['REDACTION_COVERS_TEXT p1'],
  },
  {
    what: 'words in a layer that is switched off',
    bytes: () =>
      makePdf({
        pages: [
          {
            content: `/OC /Layer BDC ${secret} EMC ${text('Seen by all', 50, 600)}`,
            resources: `/Properties << /Layer ${firstExtra} 0 R >>`,
          },
        ],
        catalog: `/OCProperties << /OCGs [${firstExtra} 0 R] /D << /OFF [${firstExtra} 0 R] >> >>`,
        extra: ['<< /Type /OCG /Name (Notes) >>'],
      }),
    expected: ['TEXT_IN_HIDDEN_LAYER p1'],
  },
  annotated(
    'a black highlight over words',
    '/Subtype /Highlight /C [0 0 0] /Rect [45 694 160 712] /QuadPoints [45 712 160 712 45 694 160 694]',
    'REDACTION_COVERS_TEXT p1',
  ),
  annotated(
    'a black square over words',
    '/Subtype /Square /C [0 0 0] /IC [0 0 0] /Rect [45 694 160 712]',
    'REDACTION_COVERS_TEXT p1',
  ),
  annotated(
    'a mark for redaction that was never applied',
    '/Subtype /Redact /C [1 0 0] /Rect [45 694 160 712] /QuadPoints [45 712 160 712 45 694 160 694]',
    'REDACTION_NOT_APPLIED p1',
  ),
  annotated(
    'a highlight in yellow',
    '/Subtype /Highlight /C [1 1 0] /Rect [45 694 160 712] /QuadPoints [45 712 160 712 45 694 160 694]',
  ),
  scanned(
    'a black box over a scan',
    wholePage + box(60, 500, 120, 20),
    'REDACTION_COVERS_IMAGE p1',
  ),
  scanned(
    'a black box with a label over a scan',
    `${wholePage} ${box(60, 500, 120, 20)} ${text('REDACTED', 65, 505, { colour: '1 1 1' })}`,
    'REDACTION_COVERS_IMAGE p1',
  ),
  {
    what: 'a face under a black box',
    bytes: () =>
      makePdf({
        pages: [
          {
            content: text('A photograph', 50, 700),
            figures: [
              {
                content: picture('Im', 100, 300, 300, 300) + box(200, 420, 80, 80),
                alternative: 'A child',
              },
            ],
            resources: pictureResource,
          },
        ],
        extra: [photograph],
      }),
    expected: ['REDACTION_COVERS_IMAGE p1'],
  },
  {
    what: 'a scan with a black place in it, and the words that were recognised there',
    bytes: () =>
      makePdf({
        pages: [
          {
            content: '',
            figures: [
              {
                content: `${wholePage} ${text('Somebody secret', 80, 660, { mode: 3 })}`,
                alternative: 'A scanned page',
              },
            ],
            resources: pictureResource,
          },
        ],
        extra: [greyPicture((_, y) => (y > 9 && y < 18 ? 0 : y % 4 === 0 ? 30 : 240))],
      }),
    expected: ['REDACTION_COVERS_TEXT p1'],
  },
  {
    what: 'an older version with words that were taken out',
    bytes: () => {
      const older = makePdf({ pages: [text('The boy Somebody was seen', 50, 700)] })
      const [, number] = /\/Contents (\d+) 0 R/.exec(older.toString('latin1'))!
      const heading = text('A heading', 50, 800, { size: 16 })
      return writeObjects(
        new Map([
          [
            Number(number),
            stream('', `/H1 << /MCID 0 >> BDC ${heading} EMC ${text('The boy was seen', 50, 700)}`),
          ],
        ]),
        older,
      )
    },
    expected: ['OLDER_VERSION_DIFFERS in older version 1'],
  },
  {
    what: 'an older version with a picture that was replaced',
    bytes: () => {
      const older = makePdf({
        pages: [
          {
            content: text('A photograph', 50, 700),
            figures: [{ content: picture('Im', 50, 300, 200, 200), alternative: 'A house' }],
            resources: pictureResource,
          },
        ],
        extra: [photograph],
      })
      return writeObjects(new Map([[firstExtra, greyPicture(() => 128)]]), older)
    },
    expected: ['OLDER_VERSION_DIFFERS in older version 1'],
  },
]
