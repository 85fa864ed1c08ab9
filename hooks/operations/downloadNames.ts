import type { PayloadRequest } from 'payload'

const namesOf = ({ context }: PayloadRequest): Record<string, string> =>
  (context.safeguardingReviewsDownloadNames ??= {}) as Record<string, string>

/** Remembers the name for readers until the file is saved: access control would take it out of the data. */
export const noteDownloadName = (req: PayloadRequest, filename: string, name: string): void =>
  void (namesOf(req)[filename] = name)

export const downloadNameFor = (req: PayloadRequest, filename: string): string | undefined =>
  namesOf(req)[filename]
