import { propertyFindings } from '../findings/metadata.ts'
import { once, type PlacedText, privateNamesInTexts } from '../findings/privateNames.ts'
import { emptyCheck, megabyte, tooLarge } from '../result.ts'
import { type CheckedFile, type FileCheck, type Finding, finding } from '../types.ts'
import { hiddenTextFindings } from './docxInk.ts'
import { type Part, placeOf, writing } from './docxParts.ts'
import { embeddedFindings } from './embedded.ts'
import { attributesIn, elementsIn, leavesOf, readXML, textIn } from './xml.ts'
import { type Archive, openArchive, textAt } from './zip.ts'

const attributes = [
  'w:author',
  'w:initials',
  'w15:author',
  'w:alias',
  'descr',
  'title',
  'name',
  'w:tooltip',
  'Target',
  'w:placeholder',
]

/** Examines a Word file: everything that is written in it, whether Word shows it or not. */
export async function examineDocx(
  file: CheckedFile,
  examineInside: (file: CheckedFile) => Promise<FileCheck>,
): Promise<FileCheck> {
  const archive = openArchive(file.bytes, file.limits.unpackedMegabytes * megabyte)
  if (archive === 'broken') return emptyCheck([finding('FILE_BROKEN')])
  if (archive === 'too large') return emptyCheck([tooLarge(file.limits)])
  const parts = partsOf(archive)
  const body = parts.find(({ path }) => path === 'word/document.xml')
  if (!body) return emptyCheck([finding('FILE_BROKEN')])
  const properties = propertiesOf(parts)
  const title = valueOf(properties, 'dc:title')
  const language = languageOf(parts)
  return {
    pages: 0,
    ...(language && { language }),
    ...(title && { title }),
    text: textIn(body.root, { ...writing, skipped: [...writing.skipped!, 'w:del', 'w:moveFrom'] }),
    findings: [
      ...privateNamesInTexts(parts.flatMap(textsOf), file.privateNames),
      ...(await embeddedFindings(archive, /^word\/(?:media|embeddings)\//, file, examineInside)),
      ...macroFindings(archive),
      ...hiddenTextFindings(parts),
      ...changeFindings(parts),
      ...once(propertyFindings([...properties, ...linksOf(parts)])),
      ...accessibilityFindings(body, title, language),
    ],
    isTruncated: false,
  }
}

const partsOf = (archive: Archive): Part[] =>
  Object.keys(archive)
    .filter((path) => /\.(?:xml|rels)$/.test(path))
    .map((path) => {
      const root = readXML(textAt(archive, path))
      return { path, root, elements: elementsIn(root) }
    })

/** The texts of a part. Tracked changes are read twice: as they were before, and as they would be after. */
function textsOf(part: Part): PlacedText[] {
  const { elements, path, root } = part
  const place = placeOf(path)
  const without = (...names: string[]) => ({
    place,
    text: textIn(root, { ...writing, skipped: [...writing.skipped!, ...names] }),
  })
  const written = path.startsWith('word/')
    ? [without('w:ins', 'w:moveTo'), without('w:del', 'w:moveFrom')]
    : leavesOf(elements, writing).map(({ value }) => ({ place, text: value }))
  return [...written, ...attributesIn(elements, attributes).map((text) => ({ place, text }))]
}

const propertiesOf = (parts: Part[]) =>
  parts
    .filter(({ path }) => path.startsWith('docProps/'))
    .flatMap(({ elements }) => leavesOf(elements, writing))

const valueOf = (properties: { name: string; value: string }[], wanted: string) =>
  properties.find(({ name }) => name === wanted)?.value

/** Addresses outside of the file, such as the template on somebody's computer. */
const linksOf = (parts: Part[]) =>
  parts
    .filter(({ path }) => path.endsWith('.rels'))
    .flatMap(({ elements }) => attributesIn(elements, ['Target']))
    .map((value) => ({ name: 'link', value }))

/** Word says the language of most of a text in its styles. */
const languageOf = (parts: Part[]): string | undefined =>
  ['word/styles.xml', 'word/document.xml']
    .flatMap((path) => parts.find((part) => part.path === path)?.elements ?? [])
    .find(({ attribs, name }) => name === 'w:lang' && attribs['w:val'])?.attribs['w:val']

const macroFindings = (archive: Archive): Finding[] => {
  const isProgram = /vbaProject\.bin$|vbaData\.xml$/i
  const isEnabled = /macroEnabled/i.test(textAt(archive, '[Content_Types].xml'))
  const hasScript = Object.keys(archive).some((path) => isProgram.test(path))
  const hasControl = Object.keys(archive).some((path) => /activeX\/.*\.bin$/i.test(path))
  return hasScript || isEnabled || hasControl ? [finding('MACROS')] : []
}

/** Changes that nobody accepted or refused, and comments. */
function changeFindings(parts: Part[]): Finding[] {
  const count = (names: string[]) =>
    parts.reduce(
      (sum, { elements }) => sum + elements.filter(({ name }) => names.includes(name)).length,
      0,
    )
  const changes = count(['w:del', 'w:ins', 'w:moveFrom'])
  const comments = count(['w:comment'])
  return [
    ...(changes > 0 ? [finding('TRACKED_CHANGES', { values: { count: changes } })] : []),
    ...(comments > 0 ? [finding('COMMENTS', { values: { count: comments } })] : []),
  ]
}

function accessibilityFindings(
  { elements }: Part,
  title: string | undefined,
  language: string | undefined,
): Finding[] {
  const hasHeading = elements.some(
    ({ attribs, name }) =>
      (name === 'w:pStyle' &&
        /^(?:heading|title|berschrift|titre)/i.test(attribs['w:val'] ?? '')) ||
      name === 'w:outlineLvl',
  )
  const bare = elements.filter(({ attribs, name }) => name === 'wp:docPr' && !attribs.descr)
  return [
    ...(title ? [] : [finding('NO_TITLE')]),
    ...(language ? [] : [finding('NO_LANGUAGE')]),
    ...(hasHeading ? [] : [finding('NO_HEADINGS')]),
    ...bare.map(() => finding('NO_ALTERNATIVE_TEXT', { place: 'text' })),
  ]
}
