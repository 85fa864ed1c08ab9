import type { Fixture, World } from '../../helpers/protectedWorld.ts'
import { ofCall } from '../../helpers/publicView.ts'
import type { Path, Try } from '../path.ts'
import { poolOf, sealed } from './sealed.ts'

export const tableOf = ({ slug }: Fixture) => slug.replaceAll('-', '_')
const fileColumn = ({ slug }: Fixture) => (slug === 'reviews' ? 'report_file_id' : 'file_id')

/** A statement past Payload, as somebody writes it who may write to the database. */
export const sql =
  (statement: (table: string, fixture: Fixture, world: World) => string): Try =>
  (fixture, world) =>
    ofCall(poolOf(world.app.payload).query(statement(tableOf(fixture), fixture, world)))

const set = (assignment: string | ((fixture: Fixture) => string)): Try =>
  sql((table, fixture) => {
    const written = typeof assignment === 'string' ? assignment : assignment(fixture)
    return `UPDATE ${table} SET ${written} WHERE id = ${fixture.id}`
  })

/** What stands in its own row. */
const ofRow: Path[] = [
  sealed('sql-status', 'Its status is set to draft by a statement', set(`_status = 'draft'`)),
  sealed('sql-status-null', 'Its status is emptied by a statement', set('_status = NULL')),
  sealed('sql-trash', 'It is marked as deleted by a statement', set('deleted_at = now()')),
  sealed(
    'sql-protected-until',
    'The end of its protection is moved to the past by a statement',
    set(`protected_until = '2020-01-01'`),
  ),
  sealed(
    'sql-protected-until-null',
    'The end of its protection is emptied by a statement',
    set('protected_until = NULL'),
  ),
  sealed(
    'sql-protected-and-unpublished',
    'Both at once: it is no longer protected, and no longer published',
    set(`protected_until = NULL, _status = 'draft'`),
  ),
  sealed(
    'sql-published-on',
    'Its date of publication is moved by a statement',
    set(`published_on = '2019-01-01'`),
  ),
  sealed(
    'sql-first-published-at',
    'The moment of its first publication is moved by a statement',
    set(`first_published_at = '2019-01-01'`),
  ),
  sealed('sql-slug', 'Its address is changed by a statement', set(`slug = 'another-address'`)),
  sealed(
    'sql-file-detached',
    'Its document is taken away by a statement',
    set((fixture) => `${fileColumn(fixture)} = NULL`),
  ),
  sealed(
    'sql-file-replaced',
    'Its document is replaced by a statement',
    sql(
      (table, fixture, { otherFile }) =>
        `UPDATE ${table} SET ${fileColumn(fixture)} = ${otherFile.id} WHERE id = ${fixture.id}`,
    ),
  ),
  sealed('sql-id', 'It is given another number by a statement', set('id = id + 1000000')),
  sealed(
    'sql-delete',
    'Its row is deleted by a statement',
    sql((table, { id }) => `DELETE FROM ${table} WHERE id = ${id}`),
  ),
  sealed(
    'sql-delete-all',
    'All rows of its kind are deleted by a statement',
    sql((table) => `DELETE FROM ${table}`),
  ),
  sealed(
    'sql-truncate',
    'Its table is emptied as a whole',
    sql((table) => `TRUNCATE ${table} CASCADE`),
  ),
  sealed(
    'sql-two-steps',
    'It loses its protection in one statement and its status in the next, in one transaction',
    sql(
      (table, { id }) =>
        `UPDATE ${table} SET protected_until = NULL WHERE id = ${id}; UPDATE ${table} SET _status = 'draft' WHERE id = ${id}`,
    ),
  ),
]

/** What stands in rows that belong to it. */
const ofOthers: Path[] = [
  sealed(
    'sql-file-row-deleted',
    'The row of its file is deleted by a statement',
    sql((_, __, { file }) => `DELETE FROM files WHERE id = ${file.id}`),
  ),
  sealed(
    'sql-file-closed',
    'Its file is closed to the public by a statement',
    sql((_, __, { file }) => `UPDATE files SET is_public = false WHERE id = ${file.id}`),
  ),
  sealed(
    'sql-file-trashed',
    'Its file is marked as deleted by a statement',
    sql((_, __, { file }) => `UPDATE files SET deleted_at = now() WHERE id = ${file.id}`),
  ),
  sealed(
    'sql-file-renamed',
    'Its file is said to have another name by a statement',
    sql((_, __, { file }) => `UPDATE files SET filename = 'gone.pdf' WHERE id = ${file.id}`),
  ),
  sealed(
    'sql-files-truncated',
    'The table of files is emptied as a whole',
    sql(() => 'TRUNCATE files CASCADE'),
  ),
  sealed(
    'sql-recommendations',
    'Its recommendations are deleted by a statement',
    sql((_, { id }) => `DELETE FROM reviews_recommendations WHERE _parent_id = ${id}`),
    {
      kinds: ['reviews'],
      prepare: (fixture, world) =>
        world.localUpdate(fixture, { recommendations: [{ recommendation: 'Train.' }] }),
    },
  ),
  sealed(
    'sql-change-notes',
    'Its public notes are deleted by a statement',
    sql((table, { id }) => `DELETE FROM ${table}_change_notes WHERE _parent_id = ${id}`),
    {
      prepare: (fixture, world) =>
        world.localUpdate(fixture, { changeNotes: [{ date: '2026-01-01', note: 'A note.' }] }),
    },
  ),
]

export const statements: Path[] = [...ofRow, ...ofOthers]
