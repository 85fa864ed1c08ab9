import type { Document, Element } from 'domhandler'

import { propertyFindings } from '../findings/metadata.ts'
import { once, type PlacedText, privateNamesInTexts } from '../findings/privateNames.ts'
import { emptyCheck, megabyte, tooLarge } from '../result.ts'
import { type CheckedFile, type FileCheck, type Finding, finding } from '../types.ts'
import { embeddedFindings } from './embedded.ts'
import { attributesIn, elementsIn, leavesOf, readXML, textIn, type Writing } from './xml.ts'
import { type Archive, openArchive, textAt } from './zip.ts'

const writing: Writing = {
  paragraphs: ['text:p', 'text:h', 'dc:creator', 'dc:date', 'meta:creator-initials'],
  characters: { 'text:tab': '\t', 'text:line-break': '\n', 'text:s': ' ' },
}

/** What is not the document's text although it stands among it. */
const besides = ['text:tracked-changes', 'office:annotation']

const attributes = ['xlink:href', 'draw:name', 'xlink:title', 'office:name', 'text:name']

/** A chart or a table that lies inside as a document of its own. */
const embeddedObject = /^Object [^/]+\/content\.xml$/

const people = /^(?:dc:creator|meta:initial-creator|meta:printed-by)$/

/** Examines an OpenDocument text: everything that is written in it, whether it is shown or not. */
export async function examineOdt(
  file: CheckedFile,
  examineInside: (file: CheckedFile) => Promise<FileCheck>,
): Promise<FileCheck> {
  const archive = openArchive(file.bytes, file.limits.unpackedMegabytes * megabyte)
  if (archive === 'broken') return emptyCheck([finding('FILE_BROKEN')])
  if (archive === 'too large') return emptyCheck([tooLarge(file.limits)])
  if (textAt(archive, 'META-INF/manifest.xml').includes('encryption-data'))
    return emptyCheck([finding('FILE_ENCRYPTED')])
  if (!('content.xml' in archive)) return emptyCheck([finding('FILE_BROKEN')])
  const body = readPart(archive, 'content.xml')
  const styles = readPart(archive, 'styles.xml')
  const facts = readPart(archive, 'meta.xml').elements
  const properties = leavesOf(facts, writing)
  const title = properties.find(({ name }) => name === 'dc:title')?.value
  const all = [...body.elements, ...styles.elements]
  const language = all.find(({ attribs }) => attribs['fo:language'])?.attribs['fo:language']
  const template = attributesIn(facts, ['xlink:href']).map((value) => ({ name: 'template', value }))
  return {
    pages: 0,
    ...(language && { language }),
    ...(title && { title }),
    text: textIn(body.root, { ...writing, skipped: besides }),
    findings: [
      ...privateNamesInTexts(
        [
          ...textsOf(body, 'text'),
          ...textsOf(styles, 'header or footer'),
          ...Object.keys(archive)
            .filter((path) => embeddedObject.test(path))
            .flatMap((path) => textsOf(readPart(archive, path), 'embedded file')),
          ...properties.map(({ value }) => ({ place: 'metadata', text: value })),
        ],
        file.privateNames,
      ),
      ...(await embeddedFindings(archive, /^(?:Pictures|media)\/./, file, examineInside)),
      ...contentFindings(all, archive),
      ...once(
        propertyFindings([...properties.filter(({ name }) => people.test(name)), ...template]),
      ),
      ...when(!title, 'NO_TITLE'),
      ...when(!language, 'NO_LANGUAGE'),
      ...when(!all.some(({ name }) => name === 'text:h'), 'NO_HEADINGS'),
      ...all.filter(isBarePicture).map(() => finding('NO_ALTERNATIVE_TEXT', { place: 'text' })),
    ],
    isTruncated: false,
  }
}

interface Part {
  root: Document
  elements: Element[]
}

function readPart(archive: Archive, path: string): Part {
  const root = readXML(textAt(archive, path))
  return { root, elements: elementsIn(root) }
}

/** The texts of a part: with what stands besides, and as they are read without it. */
const textsOf = ({ elements, root }: Part, place: string): PlacedText[] => [
  { place, text: textIn(root, writing) },
  { place, text: textIn(root, { ...writing, skipped: besides }) },
  ...attributesIn(elements, attributes).map((text) => ({ place, text })),
]

/** What an OpenDocument text should not have in it. */
function contentFindings(elements: Element[], archive: Archive): Finding[] {
  const isThere = (...names: string[]) => elements.some(({ name }) => names.includes(name))
  const hasMacros = Object.keys(archive).some((path) => /^(?:Basic|Scripts)\/.*[^/]$/.test(path))
  const isHidden =
    isThere('text:hidden-text', 'text:hidden-paragraph') ||
    elements.some(({ attribs }) => attribs['text:display'] === 'none')
  return [
    ...when(hasMacros, 'MACROS'),
    ...when(isHidden, 'TEXT_INVISIBLE'),
    ...when(isThere('text:changed-region'), 'TRACKED_CHANGES'),
    ...when(isThere('office:annotation'), 'COMMENTS'),
  ]
}

/** A picture that nothing describes. */
function isBarePicture(frame: Element): boolean {
  if (frame.name !== 'draw:frame') return false
  const inside = elementsIn(frame).map(({ name }) => name)
  return (
    inside.includes('draw:image') && !inside.includes('svg:title') && !inside.includes('svg:desc')
  )
}

const when = (is: boolean, code: Finding['code']): Finding[] => (is ? [finding(code)] : [])
