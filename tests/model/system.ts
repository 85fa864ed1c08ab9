import type { CollectionSlug, Payload, Plugin } from 'payload'
import { vi } from 'vitest'

import { everyday, startTestApp, type TestApp } from '../helpers/app.ts'
import { refusalOfSQL, runSQL } from '../helpers/sql.ts'
import { type Kind, kinds, type Outcome } from './state.ts'
import { protection } from './promise.ts'

/** How each kind calls what all of them have. */
export const names = {
  reviews: { singular: 'Review', plural: 'Reviews', words: 'name', file: 'reportFile' },
  leaflets: { singular: 'Leaflet', plural: 'Leaflets', words: 'title', file: 'file' },
  'framework-documents': {
    singular: 'FrameworkDocument',
    plural: 'FrameworkDocuments',
    words: 'title',
    file: 'file',
  },
} as const satisfies Record<Kind, object>

/** Nobody has to log in again because the clock moved on by a year. */
const longSessions: Plugin = (config) => ({
  ...config,
  collections: config.collections!.map((collection) =>
    collection.slug === 'users'
      ? { ...collection, auth: { tokenExpiration: 10 ** 9 } }
      : collection,
  ),
})

async function boot(database?: TestApp['database']): Promise<TestApp> {
  const app = await startTestApp({
    database,
    options: { protection },
    host: { plugins: [longSessions] },
  })
  const { db } = app.payload
  const { createVersion } = db
  // Payload tells by the millisecond which of two versions is the latest, and the clock stands still.
  db.createVersion = async function (this: typeof db, args) {
    vi.setSystemTime(Date.now() + 1)
    return createVersion.call(this, args)
  } as typeof createVersion
  return app
}

/** The app under test, the people who use it, and its clock. */
export class System {
  /** The Authorization headers of three people; the third has the right for emergencies. */
  readonly people: string[]

  private constructor(
    public app: TestApp,
    others: string[],
    /** Without it, what the app's own rules let pass reaches the public. */
    readonly isSealed: boolean,
  ) {
    this.people = [app.editor, ...others]
  }

  static async start({ isSealed }: { isSealed: boolean }): Promise<System> {
    const app = await boot()
    const others = await Promise.all(
      ['second', 'third'].map(async (name) => {
        const account = { email: `${name}@safeguarding.example`, password: 'a long test password' }
        const publishingRoles =
          name === 'third' ? [...everyday, 'emergencyWithdrawal' as const] : [...everyday]
        await app.payload.create({ collection: 'users', data: { ...account, publishingRoles } })
        const { token } = await app.payload.login({ collection: 'users', data: account })
        return `JWT ${token}`
      }),
    )
    if (!isSealed) await breakSeal(app.payload)
    return new System(app, others, isSealed)
  }

  /** The last of each that there was before this run, and the event with which it begins. */
  since: Record<Kind | 'events' | 'files', number> = {
    reviews: 0,
    leaflets: 0,
    'framework-documents': 0,
    files: 0,
    events: 1,
  }

  /** From now on, only what is made from now on is looked at. */
  async beginRun(): Promise<void> {
    const lasts = [...kinds, 'files'].map(
      (slug) => `(select coalesce(max(id), 0)::int from ${slug.replaceAll('-', '_')}) as "${slug}"`,
    )
    const [since] = await runSQL(
      this.payload,
      `select ${lasts.join(', ')}, (select coalesce(max(sequence), 1)::int from publication_events) as events`,
    )
    this.since = since as typeof this.since
  }

  /** What the last refusal said, for whoever wonders about it. */
  told = ''

  private note(error: ErrorLike | undefined, status?: number): Outcome {
    const outcome = outcomeOf(error, status)
    this.told = outcome === 'done' ? '' : String(error?.message)
    return outcome
  }

  get payload(): Payload {
    return this.app.payload
  }

  /** Both clocks stand still between two steps, so that a run can be repeated. */
  async setClock(now: number): Promise<void> {
    this.setAppClock(now)
    const instant = new Date(now).toISOString()
    await runSQL(
      this.payload,
      `create or replace function safeguarding_seal.clock() returns timestamptz language sql
       security definer set search_path = pg_catalog, pg_temp as 'select timestamptz ''${instant}'''`,
    )
  }

  setAppClock(now: number): void {
    vi.useFakeTimers({ toFake: ['Date'] })
    vi.setSystemTime(now)
  }

  async restart(): Promise<void> {
    await this.app.close()
    this.app = await boot(this.app.database)
  }

  async stop(): Promise<void> {
    vi.useRealTimers()
    await this.app.stop()
  }

  async rest(method: string, path: string, body?: object, person = 0): Promise<Outcome> {
    const answer = await this.app.rest(method, path, { as: this.people[person], body })
    return this.note(answer.body?.errors?.[0], answer.status)
  }

  async graphql(query: string, variables: object, person = 0): Promise<Outcome> {
    const answer = await this.app.graphql(query, { as: this.people[person], variables })
    return this.note(answer.body?.errors?.[0], answer.status)
  }

  async local(call: (payload: Payload) => Promise<unknown>): Promise<Outcome> {
    try {
      await call(this.payload)
      return 'done'
    } catch (error) {
      return this.note(error as ErrorLike)
    }
  }

  async sql(statement: string): Promise<Outcome> {
    const { message, state } = await refusalOfSQL(this.payload, statement)
    if (message === undefined) return 'done'
    return state?.startsWith('SR') ? 'refused' : `failed: ${message}`
  }
}

export const collectionOf = (kind: Kind) => kind as CollectionSlug as 'leaflets'

interface ErrorLike {
  message?: string
  status?: number
  data?: { code?: string; protectedUntil?: string }
  extensions?: {
    code?: string
    statusCode?: number
    data?: { code?: string; protectedUntil?: string }
  }
}

/** What came of it. An error that no rule meant is a failure, and no model expects one. */
export function outcomeOf(error: ErrorLike | undefined, status?: number): Outcome {
  if (!error) return status !== undefined && status >= 400 ? `failed: HTTP ${status}` : 'done'
  const data = error.extensions?.data ?? error.data
  const code = error.extensions?.code ?? data?.code
  if (code === 'PUBLICATION_PROTECTED') return `protected until ${data?.protectedUntil}`
  const known = error.status ?? error.extensions?.statusCode ?? status ?? 500
  return code === undefined && known >= 500 ? `failed: ${error.message}` : 'refused'
}

/** Takes the seal off everything but the log, whose numbers and hashes the database makes. */
async function breakSeal(payload: Payload): Promise<void> {
  const triggers = await runSQL(
    payload,
    `select tgname as name, tgrelid::regclass::text as "table" from pg_trigger
     where tgname like 'safeguarding\\_%' and tgrelid <> 'publication_events'::regclass`,
  )
  for (const { name, table } of triggers) await runSQL(payload, `drop trigger ${name} on ${table}`)
}
