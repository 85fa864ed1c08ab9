import { privateNamesInTexts } from '../findings/privateNames.ts'
import { emptyCheck, megabyte, tooLarge } from '../result.ts'
import { type CheckedFile, type FileCheck, finding } from '../types.ts'
import { elementsIn, readXML, textIn, type Writing } from './xml.ts'
import { openArchive, textAt } from './zip.ts'

/** Whatever holds a text ends a paragraph: a cell, a line of a slide. */
const writing: Writing = { paragraphs: ['si', 't', 'v', 'a:p', 'text:p'], characters: {} }

/**
 * A spreadsheet or slides, as they lie inside of a Word file behind a chart. They are searched for names and
 * macros; that no more was done, the check says.
 */
export function examineOtherOffice(file: CheckedFile): FileCheck {
  const archive = openArchive(file.bytes, file.limits.unpackedMegabytes * megabyte)
  if (archive === 'broken') return emptyCheck([finding('FILE_BROKEN')])
  if (archive === 'too large') return emptyCheck([tooLarge(file.limits)])
  const paths = Object.keys(archive)
  const texts = paths
    .filter((path) => path.endsWith('.xml'))
    .flatMap((path) => {
      const root = readXML(textAt(archive, path))
      const names = elementsIn(root).flatMap(({ attribs }) => attribs.name ?? [])
      return [textIn(root, writing), ...names].map((text) => ({ place: 'text', text }))
    })
  return emptyCheck([
    ...privateNamesInTexts(texts, file.privateNames),
    ...(paths.some((path) => /vbaProject\.bin$/i.test(path)) ? [finding('MACROS')] : []),
    finding('CANNOT_BE_EXAMINED'),
  ])
}
