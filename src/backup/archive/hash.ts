import { createHash } from 'node:crypto'
import { Transform, type TransformCallback } from 'node:stream'

/** Passes everything on, and knows afterwards how much it was and its SHA-256. */
export class HashingStream extends Transform {
  readonly #hash = createHash('sha256')
  size = 0

  override _transform(piece: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.#hash.update(piece)
    this.size += piece.length
    done(null, piece)
  }

  /** To be asked once, at the end. */
  sha256(): string {
    return this.#hash.digest('hex')
  }
}
