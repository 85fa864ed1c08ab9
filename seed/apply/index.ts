import type { Payload, PayloadRequest } from 'payload'

import { contentApi, type ContentApi, type DocumentId } from '../contentApi.ts'
import { installationOf } from '../installation.ts'
import { nameOf } from '../normalise/index.ts'
import { isFetched, type LinkedFile, type LinkedFiles } from '../normalise/links.ts'
import type { SeedDocument } from '../normalise/types.ts'
import { fingerprint } from '../plan/fingerprint.ts'
import { fileHash } from '../plan/index.ts'
import type { Plan, PlannedDocument, StoredDocument } from '../plan/types.ts'
import { dateValues, documentValues } from '../plan/values.ts'
import { inOwnTransaction } from '../../hooks/operations/inTransaction.ts'
import { findStoredTheme, readVocabulary, seedVocabulary } from '../vocabulary.ts'
import { failureOf } from './failureOf.ts'

export interface ApplyOptions {
  payload: Payload
  plan: Plan
  files: LinkedFiles
  log: (line: string) => void
  /** Stops between two documents; what is done stays done. */
  signal?: AbortSignal
}

/** What became of a plan: by key, why a document could not be written. */
export interface Applied {
  failures: Map<string, string>
  /** True when it was stopped before the end. */
  stopped: boolean
}

/** Writes what a plan says, each document with its file in a transaction of its own. */
export async function applyPlan({
  payload,
  plan,
  files,
  log,
  signal,
}: ApplyOptions): Promise<Applied> {
  const added = await seedVocabulary({ payload })
  if (added.themes || added.agencies) {
    log(`Created ${added.themes} themes and ${added.agencies} agencies of the vocabulary`)
  }
  const writer = new DocumentWriter(payload, files, (await readVocabulary(payload)).themes)
  const failures = new Map<string, string>()
  const due = plan.documents.filter(({ action }) => action !== 'leave')
  for (const { document, stored } of plan.documents) writer.remember(document, stored?.id)
  for (const [index, planned] of due.entries()) {
    if (signal?.aborted) return { failures, stopped: true }
    const { document, action } = planned
    const step = `[${index + 1}/${due.length}]`
    try {
      await inOwnTransaction(payload, (req) => writer.write(planned, req))
      log(`${step} ${action === 'create' ? 'Created' : 'Changed'} ${nameOf(document)}`)
    } catch (error) {
      failures.set(document.key, failureOf(error))
      log(`${step} ${nameOf(document)} (line ${document.line}) failed: ${failureOf(error)}`)
    }
  }
  return { failures, stopped: false }
}

class DocumentWriter {
  private readonly content: ContentApi
  private readonly ids = new Map<string, DocumentId>()
  private readonly collections: Record<Exclude<SeedDocument['kind'], 'page'>, string>
  private readonly filesCollection: string
  private readonly page: string

  constructor(
    payload: Payload,
    private readonly files: LinkedFiles,
    private readonly themes: Awaited<ReturnType<typeof readVocabulary>>['themes'],
  ) {
    const { collection, page } = installationOf(payload)
    this.content = contentApi(payload)
    this.page = page
    this.filesCollection = collection('files')
    this.collections = {
      review: collection('reviews'),
      leaflet: collection('leaflets'),
      'framework-document': collection('frameworkDocuments'),
    }
  }

  /** Later documents refer to this one by its key. */
  remember(document: SeedDocument, id: DocumentId | undefined): void {
    if (id !== undefined) this.ids.set(document.key, id)
  }

  async write({ document, action, stored }: PlannedDocument, req: PayloadRequest): Promise<void> {
    const values = documentValues(document, {
      theme: (name) => findStoredTheme(name, this.themes)?.id,
      review: (key) => this.ids.get(key),
      file: await this.attachedFile(document, stored, req),
    })
    const { key, kind } = document
    const hash = fileHash(document, this.files)
    const seededFrom = { key, fingerprint: fingerprint(kind, values, hash) }
    const data = { ...values, seededFrom, _status: 'published' as const }
    if (kind === 'page') {
      await this.content.updateGlobal({ slug: this.page, data, depth: 0, req })
    } else if (action === 'change') {
      const id = stored!.id!
      await this.content.update({ collection: this.collections[kind], id, data, depth: 0, req })
    } else {
      const withDate = { ...data, ...dateValues(document) }
      const collection = this.collections[kind]
      const { id } = await this.content.create({ collection, data: withDate, depth: 0, req })
      this.remember(document, id)
    }
  }

  /** The id of the document's file: the one it has if that is the same, else a new one. */
  private async attachedFile(
    document: SeedDocument,
    stored: StoredDocument | undefined,
    req: PayloadRequest,
  ): Promise<DocumentId | undefined> {
    const file =
      document.kind === 'page' || !document.file ? undefined : this.files.get(document.file)
    if (!isFetched(file)) return undefined
    const attached = (stored?.reportFile ?? stored?.file) as DocumentId | undefined
    if (attached && stored?.seededFrom?.fingerprint?.endsWith(`+${file.sha256}`)) return attached
    return this.createFile(file, titleOfFile(document), req)
  }

  private async createFile(
    { data, mimeType, name }: LinkedFile,
    title: string,
    req: PayloadRequest,
  ): Promise<DocumentId> {
    const { id } = await this.content.create({
      collection: this.filesCollection,
      data: { title },
      depth: 0,
      // Payload may hold on to the buffer it is given; the plan's own stays as it was read.
      file: { data: Buffer.from(data), mimetype: mimeType, name, size: data.length },
      req,
    })
    return id
  }
}

const titleOfFile = (document: SeedDocument): string =>
  document.kind === 'review' ? `${nameOf(document)}: report` : nameOf(document)
