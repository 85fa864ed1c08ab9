import { mkdir, stat } from 'node:fs/promises'
import path from 'node:path'

import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'

import { makeBackup } from '../../src/backup/backup.ts'
import { connected } from '../../src/database/connected.ts'
import { findUnfinished } from '../../src/database/unfinished.ts'
import { sealFaults } from '../../src/seal/check.ts'
import { runSetUp } from '../../src/server/runSetUp.ts'
import { createTestDatabase } from '../helpers/database.ts'
import { type Fixture, startProtectedWorld, type World } from '../helpers/protectedWorld.ts'
import { publicView } from '../helpers/publicView.ts'
import { migrate } from '../helpers/templates/migrate.ts'
import { addressOf } from '../helpers/templates/server.ts'

const templates = inject('templates')
const noRight = '42501'

/** What somebody tries who got at the app's own connection. */
const attempts = (review: number, owner: string, app: string): [string, string?][] => [
  ['alter table reviews disable trigger all'],
  ['alter table publication_events disable trigger safeguarding_keep_event'],
  ['drop trigger safeguarding_keep_promise on reviews'],
  [
    'create trigger mine before insert on reviews execute function pg_catalog.suppress_redundant_updates_trigger()',
  ],
  ['create rule mine as on delete to reviews do instead nothing'],
  ['alter table reviews enable row level security'],
  ['alter table reviews rename to other'],
  [`alter table reviews owner to ${app}`],
  ['drop table publication_events cascade'],
  ['drop function safeguarding_seal.keep_promise() cascade'],
  ['drop schema safeguarding_seal cascade'],
  [
    `create or replace function safeguarding_seal.clock() returns timestamptz language sql as 'select now() + interval ''9 years'''`,
  ],
  ['alter function safeguarding_seal.keep_event() security invoker'],
  ["comment on schema safeguarding_seal is 'mine'"],
  ["select safeguarding_seal.refuse('SR001', 'x', '{}')"],
  ["select setval('safeguarding_seal.refusals', 1)"],
  ["select setval('publication_events_id_seq', 1)"],
  ['alter sequence publication_events_id_seq restart'],

  ['set session_replication_role = replica'],
  ["select set_config('session_replication_role', 'replica', false)"],
  [`set role ${owner}`],
  [`set session authorization ${owner}`],
  [`grant ${owner} to ${app}`],
  [`alter role ${app} superuser`],
  [`alter role ${owner} password 'mine'`],
  [`alter default privileges for role ${owner} grant all on tables to ${app}`],

  ['truncate reviews cascade'],
  ['truncate publication_events'],
  ["update publication_events set actor = 'users:9'"],
  ['delete from publication_events'],
  ['select * from publication_events for update'],
  ['prepare away as delete from publication_events; execute away'],
  ["do $$ begin execute 'delete from publication_events'; end $$"],
  [
    "insert into publication_events (id, at, kind, actor, body) values (1, now(), 'checked', 'job', '{}') on conflict (id) do update set body = 'mine'",
  ],
  ['merge into publication_events e using reviews r on true when matched then delete'],
  ['begin; lock publication_events in access exclusive mode'],
  ['delete from withdrawals'],
  ['delete from payload_migrations'],

  ['create temporary table reviews (id int)'],
  ['create temporary view reviews as select 1'],
  ["create function pg_temp.now() returns int language sql as 'select 1'"],
  ["create function public.now() returns int language sql as 'select 1'"],
  ['create table public.publication_event (id int)'],
  ['create domain public.mine as int'],
  ['create schema mine'],
  ['create extension pg_trgm'],
  [
    'create event trigger mine on ddl_command_start execute function safeguarding_seal.keep_table()',
  ],
  ["copy reviews from program 'true'"],
  ["copy publication_events to '/tmp/mine'"],
  ["select pg_read_file('PG_VERSION')"],

  // These it may do to other rows; here the seal refuses, whatever the session has set.
  [`update reviews set _status = 'draft' where id = ${review}`, 'SR001'],
  [`delete from reviews where id = ${review}`, 'SR001'],
  [
    `set search_path = ''; update public.reviews set protected_until = null where id = ${review}`,
    'SR001',
  ],
  [
    `set search_path = pg_temp, safeguarding_seal, public; update reviews set deleted_at = now() where id = ${review}`,
    'SR001',
  ],
  [
    `begin; set constraints all deferred; update reviews set name = 'x' where id = ${review}; commit`,
    'SR003',
  ],
]

const stateOf = (url: string, statement: string): Promise<string | undefined> =>
  connected(url, (client) =>
    client.query(statement).then(
      () => undefined,
      (error: pg.DatabaseError) => error.code,
    ),
  )

describe.skipIf(templates.kind === 'folder')('a role for the app that owns nothing', () => {
  // Without a server there are no roles to name.
  if (templates.kind === 'folder') return
  const { app, owner, url } = templates
  let world: World
  let fixture: Fixture

  beforeAll(async () => {
    world = await startProtectedWorld()
    fixture = await world.publish('reviews')
  })
  afterAll(() => world.app.stop())

  it.each(attempts(0, '<owner>', '<app>').map(([statement], index) => ({ index, statement })))(
    'is refused: $statement',
    async ({ index }) => {
      const [statement, state = noRight] = attempts(fixture.id, owner.name, app.name)[index]!
      const view = () => publicView(world.app, fixture, fixture.id, world.file.filename)
      const before = await view()
      expect(await stateOf(world.app.database.url, statement)).toBe(state)
      expect(await view()).toEqual(before)
    },
  )

  it('leaves the seal as it was', async () => {
    expect(await sealFaults(world.app.payload)).toEqual([])
  })

  it('is the one with which these tests publish', async () => {
    const { rows } = await connected(world.app.database.url, (client) =>
      client.query(
        `select current_user as name, count(*) filter (where pg_has_role(relowner, 'member'))::int as owned
         from pg_class where relnamespace in ('public'::regnamespace, 'safeguarding_seal'::regnamespace)`,
      ),
    )
    expect(rows).toEqual([{ name: app.name, owned: 0 }])
  })

  it('backs everything up', async () => {
    const { dataDir, url } = world.app.database
    const target = path.join(dataDir, 'backup.tar.gz')
    const { signal } = new AbortController()
    await makeBackup({ dataDir, url, target, signal, say: () => {}, warn: () => {} })
    expect((await stat(target)).size).toBeGreaterThan(0)
  })

  it('starts the app where all migrations are applied', async () => {
    await migrate(world.app.database.url)
  })

  it(
    'says who must set an empty database up, and gets its rights from that',
    { timeout: 300_000 },
    async () => {
      const { dataDir, drop, ownerURL } = await createTestDatabase({ empty: true })
      const appURL = addressOf(url, new URL(ownerURL).pathname.slice(1), app)
      try {
        await expect(findUnfinished(appURL)).rejects.toThrow(
          `The role "${app.name}" of DATABASE_URL may not set the database up: start once with DATABASE_OWNER_URL`,
        )
        process.env.PAYLOAD_SECRET = 'a secret for tests only'
        const said: string[] = []
        const setUp = (ownerURL: string | undefined, url: string, folder = dataDir) =>
          runSetUp({
            url,
            ownerURL,
            dataDir: folder,
            onProgress: (line) => said.push(line),
            onStarted: () => {},
          })
        // Two apps that start at once: the second waits for the first, and finds nothing left to do.
        const other = path.join(dataDir, 'other')
        await mkdir(other)
        await Promise.all([setUp(ownerURL, appURL), setUp(ownerURL, appURL, other)])
        expect(said.splice(0).sort()).toEqual([
          'Applying migrations',
          'Bringing in the sample page',
          'Making the first administrator',
          'Waiting for another app that sets the database up',
        ])
        expect(await findUnfinished(appURL)).toEqual({
          migrations: false,
          sample: false,
          administrator: false,
        })
        expect(await stateOf(appURL, 'create temporary table reviews (id int)')).toBe(noRight)

        await setUp(ownerURL, ownerURL)
        expect(said).toEqual([expect.stringContaining('may act as the owner of the tables')])
      } finally {
        await drop()
      }
    },
  )
})
