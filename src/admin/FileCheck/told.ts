/** One kind of thing that was found in a file. */
export interface ToldFinding {
  code: string
  message: string
  severity: 'error' | 'warning'
  /** Pages on which it is, counted from 1, of which there are pictures. */
  pages: number[]
  /** Where it is when not on a page, for example `metadata: Author`. */
  places: string[]
  /** Who let it pass, and why. */
  passed?: { reason: string; who: string }
}

/** A file with what was found in it, in the language of the reader. */
export interface CheckedFile {
  /** The id of its check. */
  check: number | string
  title: string
  isChecked: boolean
  /** In pages, while it is being checked. */
  progress?: { done: number; total: number }
  findings: ToldFinding[]
}

/** True while more will be known by itself. */
export const isChecking = ({ files }: { files: CheckedFile[] }): boolean =>
  files.some(({ isChecked }) => !isChecked)

/** How often is asked how far a check has come, in milliseconds. */
export const progressInterval = 2000
