import {
  type OlderVersion,
  olderVersionFindings,
  placeOfVersion,
} from '../findings/olderVersions.ts'
import { privateNamesInTexts } from '../findings/privateNames.ts'
import { megabyte } from '../result.ts'
import { type CheckedFile, type Finding, finding } from '../types.ts'
import { openDocument, plainTextOf } from './document.ts'
import type { Engine } from './engine.ts'
import { picturesOf, readData } from './facts.ts'
import { readObjects } from './objects.ts'

/** What the older versions inside of the file tell and the newest does not. */
export function olderFindings(
  engine: Engine,
  address: number,
  ends: number[],
  newest: Pick<OlderVersion, 'text' | 'pictures'>,
  { bytes, limits, privateNames }: CheckedFile,
): Finding[] {
  const read = ends.slice(-limits.versions)
  const older = read.flatMap((end, index) => {
    const document = openDocument(engine, address, end)
    if (typeof document !== 'number') return []
    const text = plainTextOf(engine, document, limits.pages)
    engine.pdfium.FPDF_CloseDocument(document)
    const objects = readObjects(bytes.subarray(0, end), limits.unpackedMegabytes * megabyte)
    const number = ends.length - read.length + index + 1
    return { number, text, pictures: picturesOf(objects), data: readData(objects).texts }
  })
  const texts = older.flatMap(({ data, number, text }) => {
    const place = placeOfVersion(number)
    return [{ place, text }, ...data.map((one) => ({ place, text: one.text }))]
  })
  return [
    ...olderVersionFindings(newest, older),
    ...privateNamesInTexts(texts, privateNames),
    ...(read.length < ends.length
      ? [finding('CANNOT_BE_EXAMINED', { place: placeOfVersion(1) })]
      : []),
  ]
}
