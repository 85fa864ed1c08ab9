import type { PageAsRead } from '../asRead.ts'
import { readAnnotations } from './annotations.ts'
import { readAllDrawn } from './drawn.ts'
import type { Engine } from './engine.ts'
import { readLetters } from './letters.ts'
import type { OpenPage } from './openPage.ts'
import { type Bitmap, brightness, difference, drawBitmap } from './picture.ts'
import { readTags } from './tags.ts'

/** Reads a page: what is drawn on it, its text, its annotations and its tags. */
export function readPage(engine: Engine, open: OpenPage): PageAsRead {
  const { pdfium } = engine
  const found = readAllDrawn(engine, open)
  const letters = readLetters(engine, open, found)
  const { annotations, covering } = readAnnotations(engine, open)
  const drawn = [...found.drawn, ...covering]
  let bitmap: Bitmap | undefined
  const seen = () => (bitmap ??= drawBitmap(engine, open))
  return {
    number: open.index + 1,
    size: open.size,
    ...letters,
    drawn,
    isCut: found.isCut,
    annotations,
    tags: readTags(engine, open, found.drawn),
    look: () => brightness(seen()),
    differenceWithout: (indices) => {
      const before = seen()
      const addresses = indices.flatMap((index) => found.addresses[index] ?? [])
      for (const address of addresses) pdfium.FPDFPageObj_SetIsActive(address, false)
      try {
        return difference(before, drawBitmap(engine, open))
      } finally {
        for (const address of addresses) pdfium.FPDFPageObj_SetIsActive(address, true)
      }
    },
  }
}
