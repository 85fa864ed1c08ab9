import { propertyFindings } from '../findings/metadata.ts'
import { once, type PlacedText, privateNamesInTexts } from '../findings/privateNames.ts'
import { emptyCheck, megabyte, tooLarge } from '../result.ts'
import { type CheckedFile, type FileCheck, type Finding, finding } from '../types.ts'
import { embeddedFindings } from './embedded.ts'
import { attributesIn, elementsIn, readXML, textIn, type Writing } from './xml.ts'
import { openArchive, textAt } from './zip.ts'

const writing: Writing = {
  paragraphs: ['text:p', 'text:h', 'dc:creator', 'dc:date', 'meta:creator-initials'],
  characters: { 'text:tab': '\t', 'text:line-break': '\n', 'text:s': ' ' },
}

/** What is not the document's text although it stands among it. */
const besides = ['text:tracked-changes', 'office:annotation']

const parts = { 'content.xml': 'text', 'styles.xml': 'header or footer', 'meta.xml': 'metadata' }

const attributes = ['xlink:href', 'draw:name', 'xlink:title', 'office:name', 'text:name']

/** Examines an OpenDocument text: everything that is written in it, whether it is shown or not. */
export function examineOdt(file: CheckedFile): FileCheck {
  const archive = openArchive(file.bytes, file.limits.unpackedMegabytes * megabyte)
  if (archive === 'broken') return emptyCheck([finding('FILE_BROKEN')])
  if (archive === 'too large') return emptyCheck([tooLarge(file.limits)])
  if (textAt(archive, 'META-INF/manifest.xml').includes('encryption-data'))
    return emptyCheck([finding('FILE_ENCRYPTED')])
  if (!('content.xml' in archive)) return emptyCheck([finding('FILE_BROKEN')])
  const read = Object.entries(parts).map(([path, place]) => {
    const root = readXML(textAt(archive, path))
    return { place, root, elements: elementsIn(root) }
  })
  const texts: PlacedText[] = read.flatMap(({ elements, place, root }) => [
    { place, text: textIn(root, writing) },
    { place, text: textIn(root, { ...writing, skipped: besides }) },
    ...attributesIn(elements, attributes).map((text) => ({ place, text })),
  ])
  const all = read.flatMap(({ elements }) => elements)
  const valueOf = (element: (typeof all)[number] | undefined) =>
    element ? textIn(element, writing).trim() : undefined
  const facts = read[2]!.elements
  const title = valueOf(facts.find(({ name }) => name === 'dc:title'))
  const language = all.find(({ attribs }) => attribs['fo:language'])?.attribs['fo:language']
  const properties = facts
    .filter(({ name }) =>
      /^(?:dc:creator|meta:initial-creator|meta:printed-by|meta:template)$/.test(name),
    )
    .map((element) => ({
      name: element.name,
      value: valueOf(element) || (element.attribs['xlink:href'] ?? ''),
    }))
  const isThere = (...names: string[]) => all.some(({ name }) => names.includes(name))
  const hasMacros = Object.keys(archive).some((path) => /^(?:Basic|Scripts)\/.*[^/]$/.test(path))
  return {
    pages: 0,
    ...(language && { language }),
    ...(title && { title }),
    text: textIn(read[0]!.root, { ...writing, skipped: besides }),
    findings: [
      ...privateNamesInTexts(texts, file.privateNames),
      ...embeddedFindings(archive, /^(?:Pictures|Object|media)\b.*[^/]$/, file),
      ...when(hasMacros, 'MACROS'),
      ...when(isThere('text:hidden-text', 'text:hidden-paragraph'), 'TEXT_INVISIBLE'),
      ...when(
        all.some(({ attribs }) => attribs['text:display'] === 'none'),
        'TEXT_INVISIBLE',
      ),
      ...when(isThere('text:changed-region'), 'TRACKED_CHANGES'),
      ...when(isThere('office:annotation'), 'COMMENTS'),
      ...once(propertyFindings(properties)),
      ...when(!title, 'NO_TITLE'),
      ...when(!language, 'NO_LANGUAGE'),
      ...when(!isThere('text:h'), 'NO_HEADINGS'),
      ...all
        .filter(({ name }) => name === 'draw:frame')
        .filter((frame) => {
          const inside = elementsIn(frame).map(({ name }) => name)
          return (
            inside.includes('draw:image') &&
            !inside.includes('svg:title') &&
            !inside.includes('svg:desc')
          )
        })
        .map(() => finding('NO_ALTERNATIVE_TEXT', { place: 'text' })),
    ],
    isTruncated: false,
  }
}

const when = (is: boolean, code: Finding['code']): Finding[] => (is ? [finding(code)] : [])
