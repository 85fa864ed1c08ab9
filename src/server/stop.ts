/** What was started, and how each is ended: the last one first. */
export class Started {
  readonly #ends: (() => Promise<void> | void)[] = []
  #stopping: Promise<void> | undefined

  get isStopping(): boolean {
    return this.#stopping !== undefined
  }

  add(end: () => Promise<void> | void): void {
    if (this.isStopping) void end()
    else this.#ends.push(end)
  }

  stop(): Promise<void> {
    this.#stopping ??= this.#endAll()
    return this.#stopping
  }

  async #endAll(): Promise<void> {
    for (let end = this.#ends.pop(); end; end = this.#ends.pop()) {
      try {
        await end()
      } catch (error) {
        console.error(error)
      }
    }
  }
}
