import type { FileChecker } from '../hooks/settings.ts'
import { checkFile, drawPage, findPrivateNames, spacedOut } from './fileChecks/index.ts'

/** One file after the other: each takes a thread and the memory for it. */
let before: Promise<unknown> = Promise.resolve()

/** Looks files over with PDFium, and for what is in Word and OpenDocument files. */
export const fileChecker: FileChecker = {
  check: (bytes, options) => {
    const check = before.then(() => checkFile(bytes, options))
    before = check.catch(() => {})
    return check
  },
  draw: drawPage,
  holdsPrivateName: (text, names) =>
    findPrivateNames(text, names).length > 0 || findPrivateNames(spacedOut(text), names).length > 0,
}
