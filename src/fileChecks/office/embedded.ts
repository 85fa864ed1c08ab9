import { locationFindings, propertyFindings } from '../findings/metadata.ts'
import { once, privateNamesInTexts } from '../findings/privateNames.ts'
import { pictureFacts } from '../images.ts'
import { spacedOut } from '../privateNames/index.ts'
import { type CheckedFile, type Finding, finding } from '../types.ts'
import type { Archive } from './zip.ts'

/** Pictures and other files inside of a document: their names, and what they say of themselves. */
export function embeddedFindings(
  archive: Archive,
  folder: RegExp,
  { privateNames }: CheckedFile,
): Finding[] {
  const files = Object.entries(archive).filter(([path]) => folder.test(path))
  return once(
    files.flatMap(([path, bytes]) => {
      const { hasLocation, properties } = pictureFacts(bytes)
      const isPicture = /\.(?:jpe?g|png|webp|gif|emf|wmf|svg|tiff?)$/i.test(path)
      return [
        ...privateNamesInTexts(
          [
            { place: 'embedded file', text: spacedOut(path) },
            ...properties.map(({ value }) => ({ place: 'embedded file', text: value })),
          ],
          privateNames,
        ),
        ...propertyFindings(properties),
        ...locationFindings(hasLocation ? ['picture'] : []),
        ...(isPicture ? [] : [finding('ATTACHMENT', { place: 'embedded file' })]),
      ]
    }),
  )
}
