import { type FileCheck, type Finding, finding, type Limits } from './types.ts'

export const megabyte = 1024 * 1024

/** What a check tells when there was no text to read. */
export const emptyCheck = (findings: Finding[], pages = 0): FileCheck => ({
  pages,
  text: '',
  findings,
  isTruncated: false,
})

export const tooLarge = (limits: Limits): Finding =>
  finding('UNPACKS_TOO_LARGE', { values: { megabytes: limits.unpackedMegabytes } })
