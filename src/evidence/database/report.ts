/** A part of what is verified, in this order. */
export const parts = {
  seal: 'Seal',
  log: 'Event log',
  publications: 'Publications',
  withdrawals: 'Withdrawals',
  files: 'Files',
  refusals: 'Refusals',
} as const

export type Part = keyof typeof parts

/** What does not hold, or what somebody should know of, in one sentence. */
export interface Finding {
  part: Part
  /** For example `reviews:12`, `event 7` or a file’s name. */
  subject: string
  sentence: string
}

export interface DatabaseReport {
  holds: boolean
  /** How many were looked at. */
  counts: Partial<Record<Part, number>>
  /** What does not hold: the first thousand. */
  findings: Finding[]
  /** How many more there are. */
  more: number
  /** What is no fault, but worth knowing. */
  notices: Finding[]
}

const kept = 1000

/** Where the parts write what they find. */
export class Reporter {
  readonly report: DatabaseReport = { holds: true, counts: {}, findings: [], more: 0, notices: [] }
  readonly #onProgress: (part: Part, done: number) => void

  constructor(onProgress: (part: Part, done: number) => void = () => {}) {
    this.#onProgress = onProgress
  }

  /** Something that does not hold. */
  fault(part: Part, subject: string, sentence: string): void {
    this.report.holds = false
    if (this.report.findings.length < kept) this.report.findings.push({ part, subject, sentence })
    else this.report.more += 1
  }

  /** Something that is no fault. */
  notice(part: Part, subject: string, sentence: string): void {
    if (this.report.notices.length < kept) this.report.notices.push({ part, subject, sentence })
  }

  /** So many more were looked at. */
  done(part: Part, number: number): void {
    const done = (this.report.counts[part] ?? 0) + number
    this.report.counts[part] = done
    this.#onProgress(part, done)
  }
}
