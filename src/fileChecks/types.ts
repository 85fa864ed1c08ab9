import type { FileFinding } from '../../hooks/rules/fileChecks.ts'
import type { PrivateName } from '../../hooks/rules/privateNames.ts'

export type { PrivateName }

/** A place on a page as it is seen: fractions from 0 to 1, origin top left. */
export type Box = NonNullable<FileFinding['box']>

export interface Finding extends FileFinding {
  code: FindingCode
}

/** Every code, with what it belongs to and how much it weighs. */
export const findingCodes = {
  PRIVATE_NAME: ['privateNames', 'error'],
  PRIVATE_NAME_PART: ['privateNames', 'warning'],

  REDACTION_COVERS_TEXT: ['redaction', 'error'],
  REDACTION_COVERS_IMAGE: ['redaction', 'error'],
  REDACTION_NOT_APPLIED: ['redaction', 'error'],
  TEXT_INVISIBLE: ['redaction', 'error'],
  TEXT_HAS_BACKGROUND_COLOUR: ['redaction', 'error'],
  TEXT_IN_HIDDEN_LAYER: ['redaction', 'error'],
  TEXT_OUTSIDE_PAGE: ['redaction', 'error'],
  OLDER_VERSION_DIFFERS: ['redaction', 'error'],
  TRACKED_CHANGES: ['redaction', 'warning'],

  METADATA_PERSON: ['metadata', 'warning'],
  METADATA_PATH: ['metadata', 'warning'],
  METADATA_LOCATION: ['metadata', 'warning'],
  COMMENTS: ['metadata', 'warning'],
  ATTACHMENT: ['metadata', 'warning'],

  NOT_TAGGED: ['accessibility', 'warning'],
  NO_TITLE: ['accessibility', 'warning'],
  TITLE_NOT_SHOWN: ['accessibility', 'warning'],
  NO_LANGUAGE: ['accessibility', 'warning'],
  NO_TEXT: ['accessibility', 'warning'],
  NO_HEADINGS: ['accessibility', 'warning'],
  NO_BOOKMARKS: ['accessibility', 'warning'],
  NO_ALTERNATIVE_TEXT: ['accessibility', 'warning'],
  READING_ALOUD_FORBIDDEN: ['accessibility', 'warning'],

  TYPE_DIFFERS: ['safety', 'error'],
  SCRIPT: ['safety', 'error'],
  LAUNCHES_PROGRAM: ['safety', 'error'],
  EMBEDDED_PROGRAM: ['safety', 'error'],
  EMBEDDED_MEDIA: ['safety', 'error'],
  MACROS: ['safety', 'error'],
  FILE_ENCRYPTED: ['safety', 'error'],
  FILE_BROKEN: ['safety', 'error'],
  FILE_REPAIRED: ['safety', 'warning'],
  UNPACKS_TOO_LARGE: ['safety', 'error'],
  TOO_MANY_PAGES: ['safety', 'error'],
  CHECK_TIMED_OUT: ['safety', 'error'],
  CHECK_OUT_OF_MEMORY: ['safety', 'error'],
  CHECK_FAILED: ['safety', 'error'],
  CANNOT_BE_EXAMINED: ['safety', 'warning'],
} as const satisfies Record<string, [Finding['area'], Finding['severity']]>

export type FindingCode = keyof typeof findingCodes

/** A finding, with the area and the severity that its code has. */
export function finding(
  code: FindingCode,
  where: Pick<Finding, 'page' | 'box' | 'place' | 'values'> = {},
): Finding {
  const [area, severity] = findingCodes[code]
  return { code, area, severity, ...where }
}

export interface FileCheck {
  /** 0 for what has no pages of its own, such as a Word file. */
  pages: number
  /** As the file itself says, for example `en-GB`. */
  language?: string
  /** As the file itself says. */
  title?: string
  /** What a reader can read, for the search. */
  text: string
  findings: Finding[]
  /** There was more text, or there were more findings of one kind, than are kept. */
  isTruncated: boolean
}

/** What a check may take. */
export interface Limits {
  /** From the start of the check. */
  milliseconds: number
  /** Of the PDF engine's memory, and of the thread's own. */
  megabytes: number
  pages: number
  /** Of everything in an archive together, and of any one stream in a PDF. */
  unpackedMegabytes: number
  /** Characters of text that are kept. */
  characters: number
  /** Older versions inside a PDF that are read. */
  versions: number
  /** Findings that are kept of each code. */
  findingsOfACode: number
}

export const defaultLimits: Limits = {
  milliseconds: 60_000,
  megabytes: 400,
  pages: 1_000,
  unpackedMegabytes: 200,
  characters: 5_000_000,
  versions: 10,
  findingsOfACode: 100,
}

export interface CheckedFile {
  bytes: Uint8Array
  /** What the file is claimed to be. */
  mimeType: string
  fileName: string
  privateNames: PrivateName[]
  limits: Limits
  /** How many files it lies inside of. */
  depth?: number
}
