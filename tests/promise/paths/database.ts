import type { Payload } from 'payload'

import { published } from '../../helpers/content.ts'
import type { Fixture, World } from '../../helpers/protectedWorld.ts'
import type { Outcome } from '../../helpers/publicView.ts'
import { call, collectionOf, draft, trashed } from '../acts.ts'
import type { Group, Try } from '../path.ts'
import { sealed } from './sealed.ts'
import { statements } from './statements.ts'
import { withdrawalStatements } from './withdrawalStatements.ts'

/** A call of Payload's adapter, which runs no hook. */
const adapter = (
  act: (db: Payload['db'], fixture: Fixture, world: World) => Promise<unknown>,
): Try => call((payload, fixture, world) => act(payload.db, fixture, world))

/** An act of an editor, in which other software writes past Payload once our hooks are done. */
const whileWritten =
  (
    write: (db: Payload['db'], slug: string, id: number, req: object) => Promise<unknown>,
    more: object = {},
  ): Try =>
  (fixture, world): Promise<Outcome> => {
    const { db } = world.app.payload
    world.hostile({ written: (req, slug, id) => write(db, slug, id, { req }) })
    return world.localUpdate(fixture, published, more)
  }

const byId = (id: number) => ({ id: { equals: id } })

export const database: Group = {
  id: 'database',
  title: 'Writing to the database past the software',
  note: 'Here the database itself must refuse, with a seal on its tables. These are tried wherever it has one; without it no software could refuse them.',
  paths: [
    ...statements,
    ...withdrawalStatements,
    sealed(
      'adapter-update',
      'A program writes its status past all hooks',
      adapter((db, fixture) =>
        db.updateOne({ collection: collectionOf(fixture), id: fixture.id, data: draft }),
      ),
    ),
    sealed(
      'adapter-update-many',
      'A program writes the status of many past all hooks',
      adapter((db, fixture) =>
        db.updateMany({ collection: collectionOf(fixture), data: draft, where: byId(fixture.id) }),
      ),
    ),
    sealed(
      'adapter-trash',
      'A program marks it as deleted past all hooks',
      adapter((db, fixture) =>
        db.updateOne({ collection: collectionOf(fixture), id: fixture.id, data: trashed }),
      ),
    ),
    sealed(
      'adapter-upsert',
      'A program stores another document in its place past all hooks',
      adapter((db, fixture) =>
        db.upsert({ collection: collectionOf(fixture), data: draft, where: byId(fixture.id) }),
      ),
    ),
    sealed(
      'adapter-delete',
      'A program deletes it past all hooks',
      adapter((db, fixture) =>
        db.deleteOne({ collection: collectionOf(fixture), where: byId(fixture.id) }),
      ),
    ),
    sealed(
      'adapter-delete-many',
      'A program deletes many past all hooks',
      adapter((db, fixture) =>
        db.deleteMany({ collection: collectionOf(fixture), where: byId(fixture.id) }),
      ),
    ),
    sealed(
      'hook-past-payload',
      'Other software writes its status past all hooks, once they are done',
      whileWritten((db, slug, id, { ...args }) =>
        db.updateOne({ collection: slug as 'reviews', id, data: draft, ...args }),
      ),
    ),
    sealed(
      'hook-without-transaction',
      'Another plugin unpublishes it after our rules were asked, in an act without a transaction',
      (fixture, world) => {
        world.hostile({ last: draft })
        return world.localUpdate(fixture, published, { disableTransaction: true })
      },
    ),
  ],
}
