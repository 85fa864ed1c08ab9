import { PGlite } from '@electric-sql/pglite'

const letter = (text: string): number => text.charCodeAt(0)

/** Parse, Bind, Describe, Execute and Close begin a pipeline or continue it; Sync ends it. */
const inPipeline = new Set(['P', 'B', 'D', 'E', 'C'].map(letter))
const flush = letter('H')
/** A text in a row cannot hold the closing zero, so these bytes are always an error's severity. */
const endOfPostgres = ['VPANIC\0', 'VFATAL\0'].map((severity) => Buffer.from(severity))
const SYNC = new Uint8Array([letter('S'), 0, 0, 0, 4])

/**
 * PGlite is one session that the socket server shares among all connections, a message at a time,
 * and it keeps to one connection only while a transaction is open. The messages of one statement
 * (Parse … Sync) may arrive in several pieces, and another connection's statement would then slip in
 * between and take the place of the unnamed prepared statement. So an unfinished statement counts as
 * a transaction here. (electric-sql/pglite issue 1046)
 */
export class SharedPGlite extends PGlite {
  /** Called when the database itself broke: the socket server's queue would stand still for ever. */
  onBroken: (error: unknown) => void = () => {}
  #statementOpen = false

  override isInTransaction(): boolean {
    return this.#statementOpen || super.isInTransaction()
  }

  /**
   * PGlite swallows the exit of a Postgres that gave up (a full disk, for one), and runs on in a loop or
   * with wrong answers. The client is told; then the queue must stand still until this process is gone.
   */
  override async execProtocolRawStream(
    ...[message, { onRawData, ...options }]: Parameters<PGlite['execProtocolRawStream']>
  ): Promise<void> {
    const type = message[0] ?? 0
    if (type !== flush) this.#statementOpen = inPipeline.has(type)
    let gaveUp = false
    const passOn = (data: Uint8Array): void => {
      const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength)
      gaveUp ||= endOfPostgres.some((severity) => bytes.includes(severity))
      onRawData(data)
    }
    try {
      await super.execProtocolRawStream(message, { ...options, onRawData: passOn })
      if (gaveUp) throw new Error('Postgres gave up')
    } catch (error) {
      this.onBroken(error)
      throw error
    }
  }

  /** The socket server rolls back with this when a connection goes away in the middle of something. */
  override async exec(...[query, options]: Parameters<PGlite['exec']>) {
    if (this.#statementOpen) {
      this.#statementOpen = false
      await this.execProtocolRaw(SYNC)
    }
    return super.exec(query, options)
  }
}
