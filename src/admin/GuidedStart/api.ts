import { guidedStartKey } from '../../../hooks/rules/guidedStart.ts'
import type { MessageCode } from '../../../hooks/rules/messages.ts'
import type { StoredFile } from './answers.ts'
import { changesOf, type Draft } from './drafts.ts'

type ID = number | string

/** A draft that was made, and what was sent of it last. */
export interface Made {
  id: ID
  sent: Draft
}

/** Why the server did not do what it was asked: its own sentences, or what is known without them. */
export class Failure extends Error {
  constructor(
    readonly reason: 'loggedOut' | 'refused' | 'unknown' | 'unreachable',
    sentences: string,
    readonly code?: string,
    readonly status?: number,
  ) {
    super(sentences)
  }
}

interface Errors {
  errors?: { message: string; data?: { code?: string; errors?: { message: string }[] } }[]
}

/** What an answer of Payload's REST API says about its failure. */
export function failureOf(status: number, body: unknown): Failure {
  const [error] = (body as Errors | null)?.errors ?? []
  if (status === 401 || status === 403) return new Failure('loggedOut', '', undefined, status)
  if (!error) return new Failure('unknown', '', undefined, status)
  const sentences = error.data?.errors?.map(({ message }) => message) ?? [error.message]
  return new Failure('refused', sentences.join(' '), error.data?.code, status)
}

/** Asks Payload's REST API, as whoever is logged in. */
export type Ask = (method: string, path: string, body?: Draft) => Promise<unknown>

export const askAt =
  (address: string): Ask =>
  async (method, path, body) => {
    let response: Response
    try {
      response = await fetch(`${address}/${path}`, {
        credentials: 'include',
        method,
        ...(body && {
          body: JSON.stringify(body),
          headers: { 'Content-Type': 'application/json' },
        }),
      })
    } catch {
      throw new Failure('unreachable', '')
    }
    const answer: unknown = await response.json().catch(() => null)
    if (!response.ok) throw failureOf(response.status, answer)
    return answer
  }

/**
 * The draft as it is to be: made, or changed where it was made before. It is made once, however often this is
 * tried again: what was made is known by its key, should the answer that told of it have got lost.
 */
export async function ensureDraft(
  ask: Ask,
  collection: string,
  attempt: string,
  next: Draft,
  made?: Made,
): Promise<Made> {
  if (!made) return make(ask, collection, attempt, next)
  const changes = changesOf(made.sent, next)
  try {
    if (Object.keys(changes).length > 0)
      await ask('PATCH', `${collection}/${made.id}?draft=true&depth=0`, changes)
    return { id: made.id, sent: next }
  } catch (error) {
    // Somebody put it into the trash meanwhile.
    const isGone = error instanceof Failure && error.status === 404
    if (isGone) return make(ask, collection, attempt, next)
    throw error
  }
}

const alreadyPrepared: MessageCode = 'ALREADY_PREPARED'

async function make(ask: Ask, collection: string, attempt: string, next: Draft): Promise<Made> {
  try {
    const body = { ...next, seededFrom: { key: guidedStartKey(attempt) } }
    const { doc } = (await ask('POST', `${collection}?draft=true&depth=0`, body)) as {
      doc: { id: ID }
    }
    return { id: doc.id, sent: next }
  } catch (error) {
    // An earlier request made it, and its answer got lost.
    const isMade = error instanceof Failure && error.code === alreadyPrepared
    const made = isMade ? await find(ask, collection, attempt) : undefined
    if (made) return ensureDraft(ask, collection, attempt, next, made)
    throw error
  }
}

/** What was made before; what was sent of it then is not known. */
async function find(ask: Ask, collection: string, attempt: string): Promise<Made | undefined> {
  const key = encodeURIComponent(guidedStartKey(attempt))
  const query = `draft=true&depth=0&limit=1&where[seededFrom.key][equals]=${key}`
  const { docs } = (await ask('GET', `${collection}?${query}`)) as { docs: { id: ID }[] }
  return docs[0] && { id: docs[0].id, sent: {} }
}

/** Gives an uploaded file the title that was chosen since. */
export async function ensureTitle(
  ask: Ask,
  collection: string,
  file: StoredFile,
  title: string,
): Promise<StoredFile> {
  if (file.title === title) return file
  await ask('PATCH', `${collection}/${file.id}?depth=0`, { title })
  return { ...file, title }
}
