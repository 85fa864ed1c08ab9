import type { Document, Element } from 'domhandler'

import { propertyFindings } from '../findings/metadata.ts'
import { once, type PlacedText, privateNamesInTexts } from '../findings/privateNames.ts'
import { emptyCheck, megabyte, tooLarge } from '../result.ts'
import { type CheckedFile, type FileCheck, type Finding, finding } from '../types.ts'
import { embeddedFindings } from './embedded.ts'
import { attributesIn, elementsIn, readXML, textIn, type Writing } from './xml.ts'
import { type Archive, openArchive, textAt } from './zip.ts'

const writing: Writing = {
  paragraphs: ['w:p', 'a:p'],
  characters: { 'w:tab': '\t', 'w:br': '\n', 'w:cr': '\n', 'w:noBreakHyphen': '-' },
  skipped: ['w:instrText', 'w:delInstrText'],
}

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

/** Where a part of a Word file is, as a finding says it. */
const places: [RegExp, string][] = [
  [/^word\/document\.xml$/, 'text'],
  [/^word\/(header|footer)\d*\.xml$/, 'header or footer'],
  [/^word\/(footnotes|endnotes)\.xml$/, 'footnote'],
  [/^word\/comments\w*\.xml$/, 'comment'],
  [/^word\/people\.xml$/, 'comment'],
  [/^docProps\//, 'metadata'],
  [/\.rels$/, 'link'],
]

const placeOf = (path: string): string =>
  places.find(([pattern]) => pattern.test(path))?.[1] ?? 'document data'

interface Part {
  path: string
  root: Document
  elements: Element[]
}

/** Examines a Word file: everything that is written in it, whether Word shows it or not. */
export function examineDocx(file: CheckedFile): FileCheck {
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
    text: textIn(body.root, writing),
    findings: [
      ...privateNamesInTexts(parts.flatMap(textsOf), file.privateNames),
      ...embeddedFindings(archive, /^word\/(?:media|embeddings)\//, file),
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
    : leavesOf(part).map(({ value }) => ({ place, text: value }))
  return [...written, ...attributesIn(elements, attributes).map((text) => ({ place, text }))]
}

/** Elements that hold a text and nothing else. */
const leavesOf = ({ elements }: Part) =>
  elements
    .filter(({ children }) => children.some(({ type }) => type === 'text'))
    .map((element) => ({ name: element.name, value: textIn(element, writing).trim() }))

const propertiesOf = (parts: Part[]) =>
  parts.filter(({ path }) => path.startsWith('docProps/')).flatMap(leavesOf)

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

const isOn = (element: Element | undefined): boolean =>
  element !== undefined && !/^(?:0|false|off|none)$/.test(element.attribs['w:val'] ?? '')

const childNamed = (element: Element, name: string): Element | undefined =>
  element.children.find((child): child is Element => child.type === 'tag' && child.name === name)

/** Text that Word is told not to show, or shows black on black. */
function hiddenTextFindings(parts: Part[]): Finding[] {
  const found = parts
    .filter(({ path }) => path.startsWith('word/') && !path.includes('styles'))
    .flatMap(({ elements, path }) =>
      elements
        .filter(({ name }) => name === 'w:r')
        .flatMap((run) => {
          const style = childNamed(run, 'w:rPr')
          if (!style || !/[\p{L}\p{N}]{2}/u.test(textIn(run, writing))) return []
          const place = placeOf(path)
          if (isOn(childNamed(style, 'w:vanish'))) return finding('TEXT_INVISIBLE', { place })
          if (isBlackOnBlack(style)) return finding('REDACTION_COVERS_TEXT', { place })
          return isWhiteOnWhite(style) ? finding('TEXT_HAS_BACKGROUND_COLOUR', { place }) : []
        }),
    )
  return once(found)
}

/** A highlighter in black blackens letters of no colour of their own; a black ground turns those white. */
function isBlackOnBlack(style: Element): boolean {
  const ink = childNamed(style, 'w:color')?.attribs['w:val'] ?? 'auto'
  const ground = childNamed(style, 'w:shd')?.attribs['w:fill'] ?? 'auto'
  const highlight = childNamed(style, 'w:highlight')?.attribs['w:val']
  if (highlight === 'black') return ink === 'auto' || isDark(ink)
  return ink !== 'auto' && isDark(ink) && ground !== 'auto' && isDark(ground)
}

/** White letters on no ground, where no table or box could give them one, cannot be told from here. */
const isWhiteOnWhite = (style: Element): boolean => {
  const ink = childNamed(style, 'w:color')?.attribs['w:val'] ?? 'auto'
  const ground = childNamed(style, 'w:shd')?.attribs['w:fill']
  return /^f{6}$/i.test(ink) && ground !== undefined && /^f{6}$/i.test(ground)
}

const isDark = (colour: string): boolean =>
  /^[\da-f]{6}$/i.test(colour) && /^(?:[0-3][\da-f]){3}$/i.test(colour)

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
