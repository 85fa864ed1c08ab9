import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'

import { pack as makePack } from 'tar-stream'

import { HashingStream } from './hash.ts'

type Entry = { name: string; size: number; content: Readable; time: Date }
type Sum = { size: number; sha256: string }

/** A `.tar.gz` that is written entry by entry, each as it is read, however large. */
export class ArchiveWriter {
  readonly #pack = makePack()
  readonly #written: Promise<void>
  readonly #signal: AbortSignal

  constructor(file: string, signal: AbortSignal) {
    this.#signal = signal
    this.#written = pipeline(
      this.#pack,
      createGzip(),
      createWriteStream(file, { flush: true, mode: 0o600 }),
      { signal },
    )
    // Whoever adds the next entry is told; until then nobody waits for it.
    this.#written.catch(() => {})
  }

  async add({ name, size, content, time }: Entry): Promise<Sum> {
    this.#signal.throwIfAborted()
    const hashing = new HashingStream()
    const entry = this.#pack.entry({ name, size, mode: 0o600, mtime: time })
    // A full disk ends the archive, and nothing would be taken from the entry any more.
    await Promise.race([
      pipeline(content, hashing, entry, { signal: this.#signal }),
      this.#written.then(() => Promise.reject(new Error('The archive ended before its time.'))),
    ])
    return { size: hashing.size, sha256: hashing.sha256() }
  }

  addText(name: string, text: string, time: Date): Promise<Sum> {
    const bytes = Buffer.from(text)
    return this.add({ name, size: bytes.length, content: Readable.from([bytes]), time })
  }

  async finish(): Promise<void> {
    this.#pack.finalize()
    await this.#written
  }

  /** Ends an archive that is not wanted any more. */
  async abandon(): Promise<void> {
    this.#pack.destroy()
    await this.#written.catch(() => {})
  }
}
