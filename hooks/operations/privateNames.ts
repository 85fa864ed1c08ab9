import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'

import type { CollectionSlug, PayloadRequest } from 'payload'

import { invalid, Refusal, say } from '../errors.ts'
import { type PrivateName, privateNamesFrom, wordsOfFields } from '../rules/privateNames.ts'
import { partsOf, type Reference } from '../rules/references.ts'
import { type Violation, violation } from '../rules/violation.ts'
import type { PublishingSettings } from '../settings.ts'
import { derivedKey } from './derivedKey.ts'
import { readRowsBy } from './rows.ts'

interface SealedList {
  id: number | string
  publication: Reference
  /** The lines, enciphered. */
  sealed: string
}

/** The private names of a publication, and a hash by which two lists can be told apart without reading them. */
export interface PrivateNames {
  names: PrivateName[]
  lines: string
  /** Empty where there are none. */
  hash: string
}

/** Of a publication without private names. */
export const noNames: PrivateNames = { names: [], lines: '', hash: '' }

const keyFor = ({ payload }: PayloadRequest, use: 'hash' | 'seal'): Buffer =>
  derivedKey(payload.secret, `private names ${use}`)

/** AES-256-GCM, bound to the publication, so that a list cannot be moved to another one. */
function seal(req: PayloadRequest, publication: Reference, lines: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyFor(req, 'seal'), nonce)
  cipher.setAAD(Buffer.from(publication))
  const body = Buffer.concat([cipher.update(lines, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64')
}

function unseal(req: PayloadRequest, { publication, sealed }: SealedList): string {
  const bytes = Buffer.from(sealed, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', keyFor(req, 'seal'), bytes.subarray(0, 12))
  decipher.setAAD(Buffer.from(publication))
  decipher.setAuthTag(bytes.subarray(12, 28))
  return decipher.update(bytes.subarray(28), undefined, 'utf8') + decipher.final('utf8')
}

/**
 * The private names of a publication.
 *
 * @throws where the list cannot be read, as with another secret: what cannot be looked for must not be published
 */
export async function readPrivateNames(
  req: PayloadRequest,
  settings: PublishingSettings,
  publication: Reference,
): Promise<PrivateNames> {
  const list = await findList(req, settings, publication)
  if (!list) return noNames
  try {
    const lines = unseal(req, list)
    const names = privateNamesFrom(lines)
    if (names.length === 0) return noNames
    const hash = createHmac('sha256', keyFor(req, 'hash')).update(JSON.stringify(names))
    return { names, lines, hash: hash.digest('hex') }
  } catch {
    const code = 'PRIVATE_NAMES_UNREADABLE'
    throw new Refusal(say(req, code), { code, ...partsOf<CollectionSlug>(publication) })
  }
}

/** Writes the list anew, enciphered. */
export async function writePrivateNames(
  req: PayloadRequest,
  settings: PublishingSettings,
  publication: Reference,
  lines: string,
): Promise<void> {
  const collection = settings.slugs.privateNames
  const data = { publication, sealed: seal(req, publication, lines) }
  const list = await findList(req, settings, publication)
  await (list
    ? req.payload.db.updateOne({ collection, data, id: list.id, req, returning: false })
    : req.payload.db.create({ collection, data, req, returning: false }))
}

async function findList(
  req: PayloadRequest,
  { slugs }: PublishingSettings,
  publication: Reference,
): Promise<SealedList | undefined> {
  const collection = slugs.privateNames
  const columns: (keyof SealedList)[] = ['publication', 'sealed']
  const rows = await readRowsBy<SealedList>(req, collection, 'publication', publication, columns)
  if (rows) return rows[0]
  const where = { publication: { equals: publication } }
  return (await req.payload.db.findOne<SealedList>({ collection, req, where })) ?? undefined
}

/**
 * The fields in which readers would get something private.
 *
 * @param form what readers would get
 */
export function privateNameViolations(
  req: PayloadRequest,
  { fileChecks }: PublishingSettings,
  collection: CollectionSlug,
  form: object,
  { names }: PrivateNames,
): Violation[] {
  if (!fileChecks || names.length === 0) return []
  const { flattenedFields } = req.payload.collections[collection]!.config
  return wordsOfFields(flattenedFields as never, form as Record<string, unknown>)
    .filter(({ words }) => fileChecks.holdsPrivateName(words, names))
    .map(({ path }) => violation(path, 'PRIVATE_NAME_IN_TEXT'))
}

/** What readers get of a file besides its bytes. */
export interface NamedFile {
  id: number | string
  title?: string | null
  description?: string | null
}

/** The files of which the title or the description tells something private. */
export const filesNamedPrivately = <File extends NamedFile>(
  { fileChecks }: PublishingSettings,
  files: File[],
  { names }: PrivateNames,
): File[] =>
  files.filter(
    ({ description, title }) =>
      names.length > 0 &&
      fileChecks?.holdsPrivateName(`${title ?? ''}\n${description ?? ''}`, names),
  )

/** Refuses to publish words that are on the list, in the document or in what readers get of its files. */
export function demandNoPrivateNames(
  req: PayloadRequest,
  settings: PublishingSettings,
  collection: CollectionSlug,
  form: object & { id?: number | string },
  files: NamedFile[],
  names: PrivateNames,
): void {
  const violations = privateNameViolations(req, settings, collection, form, names)
  if (violations.length) throw invalid(req, collection, violations, form.id)
  const [file] = filesNamedPrivately(settings, files, names)
  const code = 'PRIVATE_NAME_OF_FILE'
  if (file)
    throw new Refusal(say(req, code), { code, collection: settings.slugs.files, id: file.id })
}
