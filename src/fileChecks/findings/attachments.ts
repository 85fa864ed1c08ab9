import { findPrivateNames, spacedOut } from '../privateNames/index.ts'
import { type CheckedFile, type FileCheck, type Finding, finding } from '../types.ts'
import { privateNamesInTexts } from './privateNames.ts'

export interface Attachment {
  name: string
  /** Unpacked; absent when that was not possible. */
  bytes?: Uint8Array
}

/** Endings of what a computer runs when somebody opens it. */
const programEnding =
  /\.(?:exe|com|scr|pif|bat|cmd|ps1|psm1|vbs|vbe|js|jse|wsf|wsh|hta|msi|msp|dll|jar|lnk|reg|sh|command|app|apk|dmg|iso|scf|inf|cpl|chm)$/i

/** What programs of Windows, Linux and macOS begin with. */
const programBeginnings = ['MZ', '\x7fELF', '\xcf\xfa\xed\xfe', '\xca\xfe\xba\xbe', '#!']

/** Findings inside of an attachment that are told of the file that holds it. */
const toldAreas: Finding['area'][] = ['privateNames', 'safety']

/** Files inside of attachments are not opened any more when they lie as deep as this. */
const deepest = 3

/** What the files inside of a file are, and whether they tell a private name. */
export async function attachmentFindings(
  attachments: Attachment[],
  file: CheckedFile,
  examineInside: (file: CheckedFile) => Promise<FileCheck>,
): Promise<Finding[]> {
  const found: Finding[] = []
  for (const [index, { bytes, name }] of attachments.entries()) {
    const place = placeOf(name, index, file)
    const isProgram = programEnding.test(name) || (bytes && isProgramCode(bytes))
    found.push(finding(isProgram ? 'EMBEDDED_PROGRAM' : 'ATTACHMENT', { place }))
    found.push(...privateNamesInTexts([{ place, text: spacedOut(name) }], file.privateNames))
    if (isProgram) continue
    if (!bytes || depthOf(file) >= deepest) {
      found.push(finding('CANNOT_BE_EXAMINED', { place }))
      continue
    }
    const inside = await examineInside({
      ...file,
      bytes,
      fileName: name,
      mimeType: '',
      depth: depthOf(file) + 1,
    })
    const told = inside.findings.filter(({ area }) => toldAreas.includes(area))
    found.push(
      ...told.map(({ code, values }) => finding(code, { place, ...(values && { values }) })),
    )
  }
  return found
}

/** Its name, unless that tells something private or nothing. */
function placeOf(name: string, index: number, { privateNames }: CheckedFile): string {
  const isPrivate = findPrivateNames(spacedOut(name), privateNames).length > 0
  return `attachment ${isPrivate || name === '' ? index + 1 : name}`
}

const depthOf = ({ depth = 0 }: CheckedFile): number => depth

const isProgramCode = (bytes: Uint8Array): boolean => {
  const beginning = Buffer.from(bytes.subarray(0, 8)).toString('latin1')
  return programBeginnings.some((program) => beginning.startsWith(program))
}
