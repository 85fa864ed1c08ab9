import type { PayloadRequest } from 'payload'

/** What the system knows of a stored file besides Payload's own facts. */
export interface FileFacts {
  /** The name under which a reader saves the file. */
  downloadName: string
  /** SHA-256 of its bytes, hexadecimal. */
  sha256: string
}

const factsOf = ({ context }: PayloadRequest): Record<string, FileFacts> =>
  (context.safeguardingReviewsFiles ??= {}) as Record<string, FileFacts>

/** Remembers the facts until the file is saved: access control would take them out of the data. */
export const noteFileFacts = (req: PayloadRequest, filename: string, facts: FileFacts): void =>
  void (factsOf(req)[filename] = facts)

export const fileFactsOf = (req: PayloadRequest, filename: string): FileFacts | undefined =>
  factsOf(req)[filename]
