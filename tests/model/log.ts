import { expect } from 'vitest'

import { refusalsRecorded } from '../../hooks/operations/refusals.ts'
import { chainFaults, type Link, linkColumns } from '../helpers/crashes/chain.ts'
import { runSQL } from '../helpers/sql.ts'
import { type Doc, keyOf, type Model } from './state.ts'
import type { System } from './system.ts'
import type { Seen } from './view.ts'

interface Told {
  publication: string
  kind: string
  body: string
}

/** What the log tells of some documents, in its order. */
export async function readEvents({ payload }: System, keys: string[]): Promise<Told[]> {
  if (keys.length === 0) return []
  // Which are written beside what they tell of.
  await refusalsRecorded()
  const told = await runSQL(
    payload,
    `select publication, kind, body from publication_events
     where publication in (${keys.map((key) => `'${key}'`).join(', ')}) order by sequence`,
  )
  return told as Told[]
}

const kindsOf = (told: Told[], doc: Doc): string[] =>
  told
    .filter(({ kind, publication }) => publication === keyOf(doc) && kind !== 'refused')
    .map(({ kind }) => kind)

/** Of two drafts saved at one moment over what is published, each may be the first that it knows of. */
export function takeFirstDrafts(told: Told[], docs: Doc[]): void {
  for (const doc of docs) {
    const kinds = kindsOf(told, doc)
    const isTwice = kinds.slice(-2).every((kind) => kind === 'draftOverPublished')
    if (isTwice && kinds.length === doc.events.length + 1) doc.events.push('draftOverPublished')
  }
}

/**
 * Fails when something public changed without its event, when an event tells what did not happen, and when the
 * newest does not have what readers get now.
 */
export function expectEvents(told: Told[], seen: Seen, model: Model, docs: Doc[]): void {
  for (const doc of docs) {
    const key = keyOf(doc)
    const own = told.filter(({ publication }) => publication === key)
    const kinds = kindsOf(told, doc)
    expect(kinds.join(' '), `events of ${key}`).toBe(doc.events.join(' '))
    expect(own.length - kinds.length, `refusals of ${key}`).toBe(doc.refusals)
    // The rules refuse first; what only the seal refuses has passed them.
    for (const { body } of own) expect(body, key).not.toContain('"SEALED"')
    const hash = seen.hashes[key]
    if (!hash) continue
    const newest = own.map(({ body }) => JSON.parse(body)).findLast(({ files }) => files)
    expect(newest.publicForm, `${key} as the log has it`).toBe(hash)
    for (const { file, sha256 } of newest.files)
      expect(sha256, file).toBe(model.files[Number(file.split(':')[1])]!.sha256)
  }
}

/** The chain since this run began. */
export async function expectChain({ payload, since }: System): Promise<void> {
  const chain = await runSQL(
    payload,
    `select ${linkColumns} from publication_events
     where sequence is null or sequence >= ${since.events} order by sequence`,
  )
  expect(chainFaults(chain as Link[], since.events)).toEqual([])
}
