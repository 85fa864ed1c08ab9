import type { PayloadRequest } from 'payload'
import { expect } from 'vitest'

import { publicFormQuery } from '../../hooks/operations/publicForm.ts'
import { canonicalPublicForm } from '../../hooks/rules/publicForm.ts'
import { sha256Of } from './bytes.ts'
import { type Doc, isPublic, keyOf, type Kind, kinds, type Model, openFiles } from './state.ts'
import { names, type System } from './system.ts'

/** What readers get, by `kind:id`; read once, to be compared with what may have happened. */
export interface Seen {
  /** The kinds whose list was read, and all of this run that it shows. */
  kinds: Kind[]
  listed: Record<string, Form>
  /** The hash of each document there, as the events have it; where it was read whole. */
  hashes: Record<string, string>
  /** The files that can be found. */
  openFiles: number[]
  /** The words that GraphQL gives, in lists and one by one; where that was asked for. */
  queried?: { lists: Record<string, string>; one: Record<string, string | null> }
  /** What stands at some addresses, and the bytes of some files. */
  addresses: Record<string, Form | number>
  bytes: Record<number, string>
}

type Form = ReturnType<typeof formOf>

const textOf = (richText: any): string | null =>
  richText?.root.children[0]?.children[0]?.text ?? null

const idsOf = (values: unknown[] | undefined): number[] => (values ?? []).map(Number)

/** What somebody reads in an answer. */
function formOf(kind: Kind, body: any) {
  const { file, words } = names[kind]
  return {
    words: body[words] as string,
    summary: textOf(body.summary),
    file: (body[file] ?? null) as number | null,
    notes: (body.changeNotes ?? []).map(({ note }: { note: string }) => note) as string[],
    themes: idsOf(body.themes),
    publishedOn: body.publishedOn?.slice(0, 10) as string | undefined,
    until: (body.protectedUntil?.slice(0, 10) ?? null) as string | null,
    replaced: idsOf((body.replacedDocuments ?? []).map((entry: { file: number }) => entry.file)),
  }
}

/** What the model says that they read. */
const promisedForm = (doc: Doc): Form => ({
  words: doc.row.words,
  summary: doc.row.summary,
  file: doc.row.file,
  notes: doc.row.notes,
  themes: doc.row.theme === null ? [] : [doc.row.theme],
  publishedOn: doc.publishedOn,
  until: doc.until ?? null,
  replaced: doc.replaced,
})

/** The parts of an answer of which `formOf` tells. */
const partsOf = (kind: Kind): string => {
  const { file, words } = names[kind]
  const dates = ['publishedOn', 'protectedUntil', 'replacedDocuments']
  return [words, 'summary', file, 'changeNotes', 'themes', ...dates]
    .map((field) => `select[${field}]=true`)
    .join('&')
}

async function list(system: System, slug: Kind | 'files', query: string) {
  const since = `limit=0&pagination=false&where[id][greater_than]=${system.since[slug]}`
  const { body } = await system.app.rest('GET', `/${slug}?${since}&${query}`)
  return body.docs as { id: number }[]
}

/** The lists of some kinds, with what this run published. */
async function readLists(
  system: System,
  { isWhole, kinds }: Wanted,
): Promise<Pick<Seen, 'hashes' | 'listed'>> {
  const [listed, hashes]: [Seen['listed'], Seen['hashes']] = [{}, {}]
  for (const kind of kinds) {
    const query = publicFormQuery(system as unknown as PayloadRequest, kind)
    for (const body of await list(system, kind, isWhole ? query : `${query}&${partsOf(kind)}`)) {
      const key = keyOf({ id: body.id, kind })
      listed[key] = formOf(kind, body)
      if (isWhole) hashes[key] = sha256Of(canonicalPublicForm(body))
    }
  }
  return { listed, hashes }
}

const split = (key: string): { kind: Kind; id: number } => {
  const [kind, id] = key.split(':') as [Kind, string]
  return { kind, id: Number(id) }
}

/** The same by GraphQL, in one request. */
async function query({ app, since }: System, keys: string[]): Promise<Seen['queried']> {
  const lists = kinds.map((kind) => {
    const { plural, words } = names[kind]
    return `${plural}(limit: 0, where: { id: { greater_than: ${since[kind]} } }) { docs { id ${words} } }`
  })
  const one = keys.map((key, index) => {
    const { id, kind } = split(key)
    return `at${index}: ${names[kind].singular}(id: ${id}) { ${names[kind].words} }`
  })
  const { body } = await app.graphql(`{ ${[...lists, ...one].join(' ')} }`)
  const wordsOf = (kind: Kind, entry: any): string | null => entry?.[names[kind].words] ?? null
  return {
    lists: Object.fromEntries(
      kinds.flatMap((kind) =>
        body.data[names[kind].plural].docs.map((entry: { id: number }) => [
          keyOf({ id: entry.id, kind }),
          wordsOf(kind, entry),
        ]),
      ),
    ),
    one: Object.fromEntries(
      keys.map((key, index) => [key, wordsOf(split(key).kind, body.data[`at${index}`])]),
    ),
  }
}

async function readAddress({ app }: System, key: string): Promise<Form | number> {
  const { id, kind } = split(key)
  const { body, status } = await app.rest('GET', `/${kind}/${id}?depth=0`)
  return status === 200 ? formOf(kind, body) : status
}

async function readFile({ app }: System, filename: string): Promise<string> {
  const { body, status } = await app.rest('GET', `/files/file/${filename}`)
  return status === 200 ? sha256Of(body) : 'closed'
}

export interface Wanted {
  /** The kinds whose lists are read. */
  kinds: Kind[]
  /** Reads them as a whole, for their hashes, and by GraphQL too. */
  isWhole: boolean
  /** Documents to be looked up one by one, at their address and by GraphQL. */
  addresses: string[]
  /** Files to be fetched besides those that were opened or closed. */
  files: number[]
}

/** Reads, without an account, what is wanted of what this run published, and the files that changed hands. */
export async function readPublicView(system: System, before: Model, wanted: Wanted): Promise<Seen> {
  const { addresses, files, isWhole, kinds } = wanted
  const found = await list(system, 'files', 'depth=0&select[isPublic]=true')
  const seen: Seen = {
    ...(await readLists(system, wanted)),
    kinds,
    openFiles: found.map(({ id }) => id),
    addresses: {},
    bytes: {},
  }
  if (isWhole) seen.queried = await query(system, addresses)
  for (const key of addresses) seen.addresses[key] = await readAddress(system, key)
  const [was, is] = [openFiles(before), new Set(seen.openFiles)]
  const changed = [...was, ...is].filter((file) => was.has(file) !== is.has(file))
  for (const file of new Set([...changed, ...files])) {
    const stored = before.files[file]
    if (stored) seen.bytes[file] = await readFile(system, stored.filename)
  }
  return seen
}

/** Fails when readers see anything else than the model says. */
export function expectPublicView(seen: Seen, model: Model): void {
  const shown = Object.values(model.docs).filter(isPublic)
  const promised = Object.fromEntries(shown.map((doc) => [keyOf(doc), promisedForm(doc)]))
  const inLists = shown.filter(({ kind }) => seen.kinds.includes(kind)).map(keyOf)
  for (const key of new Set([...inLists, ...Object.keys(seen.listed)])) {
    const [shows, promises] = [seen.listed, promised].map((forms) => forms[key] ?? 'not shown')
    expect(shows, `${key} ${JSON.stringify(shows)}, not ${JSON.stringify(promises)}`).toEqual(
      promises,
    )
  }
  for (const [key, form] of Object.entries(seen.addresses))
    expect(form, `${key} at its address`).toEqual(promised[key] ?? 404)

  const words = Object.fromEntries(shown.map((doc) => [keyOf(doc), doc.row.words]))
  if (seen.queried) expect(seen.queried.lists, 'lists of GraphQL').toEqual(words)
  for (const [key, found] of Object.entries(seen.queried?.one ?? {}))
    expect(found, `${key} by GraphQL`).toBe(words[key] ?? null)

  const open = openFiles(model)
  expect(seen.openFiles.toSorted(), 'files that can be found').toEqual([...open].toSorted())
  for (const [id, found] of Object.entries(seen.bytes)) {
    const promisedBytes = open.has(Number(id)) ? model.files[Number(id)]!.sha256 : 'closed'
    expect(found, `files:${id}`).toBe(promisedBytes)
  }
}
