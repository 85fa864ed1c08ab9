/**
 * Writes PDFs object by object, so that a test decides what is in them: a library would keep the faults out.
 * Without anything else asked for, the file has no fault that the check knows.
 */
import { Buffer } from 'node:buffer'

export interface PageContent {
  /** What is drawn, as PDF operators. */
  content: string
  /** Where text begins with a heading; none is drawn for ''. */
  heading?: string
  /** Entries of the page’s own dictionary: /CropBox, /Rotate, /Annots … */
  entries?: string
  /** Names and references of pictures, fonts, states and layers. */
  resources?: string
  /** Figures drawn, with their alternative texts. */
  figures?: { content: string; alternative?: string }[]
}

export interface PdfContent {
  pages: (PageContent | string)[]
  title?: string
  isTitleShown?: boolean
  language?: string
  isTagged?: boolean
  hasHeadings?: boolean
  hasBookmarks?: boolean
  /** Further entries of the document’s information: `/Author (A. Writer)`. */
  information?: string
  /** Further entries of the catalog. */
  catalog?: string
  /** Further objects, whole: `<< … >>`. The first has the number `firstExtra`. */
  extra?: (string | Buffer)[]
}

/** The number of the first of the extra objects. */
export const firstExtra = 10

const reference = (number: number) => `${number} 0 R`

/** A stream, with its bytes as they are. */
export function stream(dictionary: string, bytes: Buffer | string): Buffer {
  const content = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes, 'latin1')
  return Buffer.concat([
    Buffer.from(`<< ${dictionary} /Length ${content.length} >>\nstream\n`, 'latin1'),
    content,
    Buffer.from('\nendstream', 'latin1'),
  ])
}

export function makePdf(given: PdfContent): Buffer {
  const { pages, extra = [], hasHeadings = true, isTagged = true, isTitleShown = true } = given
  const { catalog = '', information = '', language = 'en-GB', title = 'A review' } = given
  const objects = new Map<number, Buffer | string>()
  let next = firstExtra + extra.length
  const add = (object: Buffer | string): number => {
    objects.set(next, object)
    return next++
  }
  extra.forEach((object, index) => objects.set(firstExtra + index, object))
  objects.set(
    3,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  )
  const kids: number[] = []
  const elements: number[] = []
  const parents: string[] = []
  pages.forEach((page, index) => {
    const {
      content,
      entries = '',
      figures = [],
      heading = 'A heading',
      resources = '',
    } = typeof page === 'string' ? { content: page } : page
    const own: number[] = []
    const pageNumber = next++
    const element = (type: string, id: number, more = '') =>
      own.push(
        add(`<< /Type /StructElem /S /${type} /P 5 0 R /Pg ${pageNumber} 0 R /K ${id} ${more} >>`),
      )
    const drawn = [
      heading && `/H1 << /MCID 0 >> BDC ${text(heading, 50, 800, { size: 16 })} EMC`,
      `/P << /MCID 1 >> BDC ${content} EMC`,
      ...figures.map((figure, at) => `/Figure << /MCID ${at + 2} >> BDC ${figure.content} EMC`),
    ]
    if (isTagged) {
      element(hasHeadings ? 'H1' : 'P', 0)
      element('P', 1)
      figures.forEach(({ alternative }, at) =>
        element('Figure', at + 2, alternative ? `/Alt (${alternative})` : ''),
      )
      parents.push(`${index} [${own.map(reference).join(' ')}]`)
      elements.push(...own)
    }
    const stated = add(stream('', drawn.filter(Boolean).join('\n')))
    objects.set(
      pageNumber,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /StructParents ${index} /Contents ${stated} 0 R
        /Resources << /Font << /F 3 0 R >> ${resources} >> ${entries} >>`,
    )
    kids.push(pageNumber)
  })
  objects.set(
    2,
    `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map(reference).join(' ')}] >>`,
  )
  objects.set(4, `<< ${title ? `/Title (${title})` : ''} ${information} >>`)
  if (isTagged) {
    const tree = add(`<< /Nums [${parents.join(' ')}] >>`)
    objects.set(
      5,
      `<< /Type /StructTreeRoot /K [${elements.map(reference).join(' ')}] /ParentTree ${tree} 0 R >>`,
    )
  }
  if (given.hasBookmarks) {
    objects.set(6, '<< /Type /Outlines /First 7 0 R /Last 7 0 R /Count 1 >>')
    objects.set(7, `<< /Title (The first part) /Parent 6 0 R /Dest [${kids[0]} 0 R /Fit] >>`)
  }
  objects.set(
    1,
    `<< /Type /Catalog /Pages 2 0 R ${language ? `/Lang (${language})` : ''}
      ${isTitleShown ? '/ViewerPreferences << /DisplayDocTitle true >>' : ''}
      ${isTagged ? '/MarkInfo << /Marked true >> /StructTreeRoot 5 0 R' : ''}
      ${given.hasBookmarks ? '/Outlines 6 0 R' : ''} ${catalog} >>`,
  )
  return writeObjects(objects)
}

/** The bytes of some objects, with their table and the trailer; after an older version when there is one. */
export function writeObjects(objects: Map<number, Buffer | string>, older?: Buffer): Buffer {
  const parts: Buffer[] = [older ?? Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')]
  const table = ['xref\n']
  if (!older) table.push('0 1\n0000000000 65535 f \n')
  let at = parts[0]!.length
  for (const [number, object] of [...objects].sort(([a], [b]) => a - b)) {
    const body = Buffer.isBuffer(object) ? object : Buffer.from(object, 'latin1')
    const part = Buffer.concat([Buffer.from(`${number} 0 obj\n`), body, Buffer.from('\nendobj\n')])
    table.push(`${number} 1\n${String(at).padStart(10, '0')} 00000 n \n`)
    parts.push(part)
    at += part.length
  }
  const size = Math.max(...objects.keys(), older ? 500 : 0) + 1
  const previous = older
    ? `/Prev ${/startxref\s+(\d+)\s+%%EOF\s*$/.exec(older.toString('latin1'))![1]}`
    : ''
  parts.push(
    Buffer.from(
      `${table.join('')}trailer\n<< /Size ${size} /Root 1 0 R /Info 4 0 R ${previous} >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(parts)
}

interface TextStyle {
  size?: number
  /** Red, green and blue from 0 to 1. */
  colour?: string
  /** 3 is invisible. */
  mode?: number
}

/** Words at a place, counted from the lower left corner in points. */
export const text = (
  words: string,
  x: number,
  y: number,
  { colour = '0 0 0', mode = 0, size = 12 }: TextStyle = {},
): string =>
  `BT /F ${size} Tf ${mode} Tr ${colour} rg ${x} ${y} Td (${words.replace(/[()]/g, '\\$&')}) Tj ET\n`

/** A filled box at a place. */
export const box = (
  x: number,
  y: number,
  width: number,
  height: number,
  colour = '0 0 0',
): string => `q ${colour} rg ${x} ${y} ${width} ${height} re f Q\n`

/** A picture of the page’s resources at a place. */
export const picture = (
  name: string,
  x: number,
  y: number,
  width: number,
  height: number,
): string => `q ${width} 0 0 ${height} ${x} ${y} cm /${name} Do Q\n`

/** A grey picture of 64 by 64 points. */
export const greyPicture = (valueAt: (x: number, y: number) => number): Buffer =>
  stream(
    '/Type /XObject /Subtype /Image /Width 64 /Height 64 /ColorSpace /DeviceGray /BitsPerComponent 8',
    Buffer.from(
      Array.from({ length: 64 * 64 }, (_, index) => valueAt(index % 64, Math.floor(index / 64))),
    ),
  )

/** A picture with something to see everywhere. */
export const photograph = greyPicture((x, y) => 60 + ((x * 7 + y * 13) % 180))

/** A scanned page: paper with lines of writing. */
export const scan = greyPicture((x, y) => (y % 4 === 0 && x % 3 > 0 ? 30 : 240))
