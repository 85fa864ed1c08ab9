import { fileTypeFromBuffer } from 'file-type'

import { privateNamesInTexts } from './findings/privateNames.ts'
import { locationFindings, propertyFindings } from './findings/metadata.ts'
import { pictureFacts } from './images.ts'
import { examineDoc } from './office/doc.ts'
import { examineDocx } from './office/docx.ts'
import { examineOdt } from './office/odt.ts'
import { examineOtherOffice } from './office/otherOffice.ts'
import { examinePdf } from './pdf/examine.ts'
import { emptyCheck } from './result.ts'
import { spacedOut } from './privateNames/index.ts'
import { type CheckedFile, type FileCheck, type Finding, finding } from './types.ts'

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const docm = 'application/vnd.ms-word.document.macroenabled.12'
const odt = 'application/vnd.oasis.opendocument.text'
const doc = 'application/msword'
const compound = 'application/x-cfb'

/** Spreadsheets and slides, of either family. */
const otherOffice =
  /^application\/vnd\.(?:openxmlformats-officedocument|oasis\.opendocument|ms-(?:excel|powerpoint)\.)/

/** Kinds of file that are told apart by what is in them, and those that are read as text. */
const pictures = ['image/png', 'image/jpeg', 'image/webp']

/** Examines a file by what its content says it is, whatever it is claimed to be. */
export async function examine(
  file: CheckedFile,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<FileCheck> {
  const found = await typeOf(file.bytes)
  const check = await examineAs(found, file, onProgress)
  return bounded(
    {
      ...check,
      findings: [...typeFindings(found, file), ...nameFindings(file), ...check.findings],
    },
    file,
  )
}

async function typeOf(bytes: Uint8Array): Promise<string> {
  const type = await fileTypeFromBuffer(bytes).catch(() => undefined)
  if (type) return type.mime
  // Something may stand before a PDF's first line; readers look for it in the first kilobyte.
  const beginning = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
  return beginning.includes('%PDF-') ? 'application/pdf' : ''
}

async function examineAs(
  type: string,
  file: CheckedFile,
  onProgress: (done: number, total: number) => void,
): Promise<FileCheck> {
  const examineInside = (inside: CheckedFile) => examine(inside)
  if (type === 'application/pdf') return await examinePdf(file, { onProgress, examineInside })
  if (type === docx || type === docm) return await examineDocx(file, examineInside)
  if (type === odt) return await examineOdt(file, examineInside)
  if (otherOffice.test(type)) return examineOtherOffice(file)
  if (type === compound || type === doc) return examineDoc(file)
  if (pictures.includes(type)) return examinePicture(file)
  if (type === '' && isText(file.bytes)) return examineText(file)
  return emptyCheck(
    file.bytes.length === 0 ? [finding('FILE_BROKEN')] : [finding('CANNOT_BE_EXAMINED')],
  )
}

function typeFindings(found: string, { mimeType }: CheckedFile): Finding[] {
  const isMeant =
    mimeType === '' ||
    found === mimeType ||
    (found === compound && mimeType === doc) ||
    (found === docm && mimeType === docx) ||
    (found === '' && mimeType.startsWith('text/'))
  if (isMeant) return []
  return [finding('TYPE_DIFFERS', { values: { claimed: mimeType, found: found || 'unknown' } })]
}

const nameFindings = ({ depth, fileName, privateNames }: CheckedFile): Finding[] =>
  depth
    ? []
    : privateNamesInTexts([{ place: 'file name', text: spacedOut(fileName) }], privateNames)

function examinePicture({ bytes, privateNames }: CheckedFile): FileCheck {
  const { hasLocation, properties } = pictureFacts(bytes)
  const texts = properties.map(({ name, value }) => ({ place: `metadata: ${name}`, text: value }))
  return emptyCheck([
    ...privateNamesInTexts(texts, privateNames),
    ...propertyFindings(properties),
    ...locationFindings(hasLocation ? ['picture'] : []),
  ])
}

function examineText({ bytes, privateNames }: CheckedFile): FileCheck {
  const text = Buffer.from(bytes).toString('utf8')
  return { ...emptyCheck(privateNamesInTexts([{ place: 'text', text }], privateNames)), text }
}

/** Without a byte that no text has. */
const isText = (bytes: Uint8Array): boolean =>
  bytes.length > 0 && !bytes.subarray(0, 4096).some((byte) => byte < 9)

/** Cuts what would be too much to keep. */
function bounded(check: FileCheck, { limits }: CheckedFile): FileCheck {
  const counts = new Map<string, number>()
  const findings = check.findings.filter(({ code }) => {
    const count = (counts.get(code) ?? 0) + 1
    counts.set(code, count)
    return count <= limits.findingsOfACode
  })
  const whole = check.text.trim()
  const text = whole.slice(0, limits.characters)
  const isCut = findings.length < check.findings.length || text.length < whole.length
  return { ...check, text, findings, isTruncated: check.isTruncated || isCut }
}
