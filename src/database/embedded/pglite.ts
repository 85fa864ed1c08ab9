import { PGlite } from '@electric-sql/pglite'

const letter = (text: string): number => text.charCodeAt(0)

/** Parse, Bind, Describe, Execute and Close begin a pipeline or continue it; Sync ends it. */
const inPipeline = new Set(['P', 'B', 'D', 'E', 'C'].map(letter))
const flush = letter('H')
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

  override async execProtocolRawStream(
    ...[message, options]: Parameters<PGlite['execProtocolRawStream']>
  ): Promise<void> {
    const type = message[0] ?? 0
    if (type !== flush) this.#statementOpen = inPipeline.has(type)
    try {
      await super.execProtocolRawStream(message, options)
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
