import path from 'node:path'

import { attachmentFindings } from '../findings/attachments.ts'
import { locationFindings, propertyFindings } from '../findings/metadata.ts'
import { once, privateNamesInTexts } from '../findings/privateNames.ts'
import { pictureFacts } from '../images.ts'
import { spacedOut } from '../privateNames/index.ts'
import type { CheckedFile, FileCheck, Finding } from '../types.ts'
import type { Archive } from './zip.ts'

const pictureEnding = /\.(?:jpe?g|png|webp|gif|emf|wmf|svg|tiff?|bmp)$/i

/** What the pictures and the other files inside of a document tell; each of the others is examined by itself. */
export async function embeddedFindings(
  archive: Archive,
  folder: RegExp,
  file: CheckedFile,
  examineInside: (file: CheckedFile) => Promise<FileCheck>,
): Promise<Finding[]> {
  const files = Object.entries(archive).filter(([path]) => folder.test(path))
  const isPicture = ([path]: [string, Uint8Array]) => pictureEnding.test(path)
  const others = files
    .filter((entry) => !isPicture(entry))
    .map(([address, bytes]) => ({ name: path.posix.basename(address), bytes }))
  return [
    ...once(files.filter(isPicture).flatMap((entry) => pictureFindings(entry, file))),
    ...(await attachmentFindings(others, file, examineInside)),
  ]
}

function pictureFindings(
  [address, bytes]: [string, Uint8Array],
  { privateNames }: CheckedFile,
): Finding[] {
  const { hasLocation, properties } = pictureFacts(bytes)
  const texts = [spacedOut(address), ...properties.map(({ value }) => value)]
  return [
    ...privateNamesInTexts(
      texts.map((text) => ({ place: 'embedded file', text })),
      privateNames,
    ),
    ...propertyFindings(properties),
    ...locationFindings(hasLocation ? ['picture'] : []),
  ]
}
