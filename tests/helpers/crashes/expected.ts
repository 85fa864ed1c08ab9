import type { Act, Answered } from './editor.ts'
import type { Stored } from './stored.ts'

interface Known {
  /** The name that the public must see; undefined where it must see nothing. */
  published?: string
  /** The name in the latest version. */
  latest?: string
  sha256?: string
}

/** What one editor was told, act by act, and so what must be there whatever was killed since. */
export class Expected {
  readonly #known = new Map<string, Known>()
  /** What an act was under way with that nobody heard of again: it may have been done or not. */
  readonly #open = new Set<string>()
  #trying: Act | undefined

  trying(act: Act): void {
    this.#trying = act
  }

  answered({ act, name, sha256, status, what }: Answered): void {
    this.#trying = undefined
    // A 5xx is no answer: the database may have gone after it had committed.
    if (status >= 500) return this.#doubt(what)
    if (status >= 400 || !what || act === 'reword') return
    const before = this.#known.get(what) ?? {}
    if (this.#open.has(what)) return
    if (act === 'upload') this.#known.set(what, { sha256 })
    if (act === 'draft' || act === 'saveDraft') this.#known.set(what, { ...before, latest: name })
    if (act === 'publish' || act === 'reinstate')
      this.#known.set(what, { ...before, published: before.latest })
    if (act === 'correct') this.#known.set(what, { published: name, latest: name })
    if (act === 'unpublish' || act === 'approve')
      this.#known.set(what, { ...before, published: undefined })
    if (act === 'delete') this.#known.set(what, {})
  }

  /** The editor or its database was killed. */
  interrupted(): void {
    this.#doubt(this.#trying?.what)
    this.#trying = undefined
  }

  #doubt(what: string | undefined): void {
    if (what && !what.startsWith('withdrawals:')) this.#open.add(what)
  }

  /** Once it is seen, what was in doubt is as it is; what nobody heard of before, too. */
  settle({ files, rows }: Stored): void {
    for (const { isTrashed, latestName, name, status, what } of rows.values())
      if (this.#isNew(what)) {
        const isPublic = status === 'published' && !isTrashed
        this.#known.set(what, { latest: latestName, ...(isPublic && { published: name }) })
      }
    for (const { onDisk, what } of files.values())
      if (this.#isNew(what)) this.#known.set(what, { sha256: onDisk })
    for (const what of this.#open)
      if (!rows.has(what) && !files.has(what)) this.#known.set(what, {})
    this.#open.clear()
  }

  #isNew(what: string): boolean {
    return this.#open.has(what) || !this.#known.has(what)
  }

  get size(): number {
    return this.#known.size
  }

  /** What was acknowledged and is not there. */
  faults({ files, rows }: Stored): string[] {
    const faults: string[] = []
    for (const [what, { latest, published, sha256 }] of this.#known) {
      if (this.#open.has(what)) continue
      const row = rows.get(what)
      const seen = what.startsWith('files:')
        ? { sha256: files.get(what)?.onDisk }
        : {
            latest: row?.latestName,
            published: row?.status === 'published' && !row.isTrashed ? row.name : undefined,
          }
      const promised = what.startsWith('files:') ? { sha256 } : { latest, published }
      if (JSON.stringify(seen) !== JSON.stringify(promised))
        faults.push(`${what} is ${JSON.stringify(seen)}, not ${JSON.stringify(promised)}`)
    }
    return faults
  }
}
