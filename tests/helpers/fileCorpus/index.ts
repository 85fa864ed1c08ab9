import type { PrivateName } from '../../../src/fileChecks/index.ts'
import { cleanFiles } from './clean.ts'
import { officeFiles } from './officeFiles.ts'
import { accessibilityFaults, metadataFaults } from './plainFaults.ts'
import { nameFaults } from './nameFaults.ts'
import { redactionFaults } from './redactionFaults.ts'
import { mixedFiles, safetyFaults } from './safetyFaults.ts'

/** One file of the corpus, and everything that a check must say of it. */
export interface CorpusFile {
  what: string
  bytes: () => Promise<Uint8Array> | Uint8Array
  mimeType?: string
  fileName?: string
  /** Codes, each with the page and the place where it is: `PRIVATE_NAME p2`, `PRIVATE_NAME in comment`. */
  expected: string[]
}

export const types = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
  doc: 'application/msword',
  jpeg: 'image/jpeg',
}

/** What no file of the corpus may tell. Nobody of that name ever lived there. */
export const privateNames: PrivateName[] = [
  { kind: 'name', value: 'Jonathan Smith' },
  { kind: 'name', value: 'Rose' },
  { kind: 'name', value: 'Will' },
  { kind: 'name', value: 'April' },
  { kind: 'address', value: '12 Acacia Avenue, Townsville, AB1 2CD' },
  { kind: 'dateOfBirth', value: '2015-04-03' },
]

export const corpus: CorpusFile[] = [
  ...cleanFiles,
  ...nameFaults,
  ...redactionFaults,
  ...metadataFaults,
  ...accessibilityFaults,
  ...safetyFaults,
  ...officeFiles,
  ...mixedFiles,
]
