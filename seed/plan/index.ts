import type { DocumentId } from '../contentApi.ts'
import { isFetched, type LinkedFiles } from '../normalise/links.ts'
import { nameOf } from '../normalise/index.ts'
import type { NormalisedPage, SeedDocument } from '../normalise/types.ts'
import { findStoredTheme, missingVocabulary } from '../vocabulary.ts'
import { vocabularyThemes } from '../vocabulary/themes.ts'
import { sameName } from '../words/names.ts'
import { comparable, fingerprint, readFingerprint } from './fingerprint.ts'
import type { DatabaseState, Plan, PlannedDocument, PlannedTheme, StoredDocument } from './types.ts'
import { documentValues } from './values.ts'

/** The hash of the file that a document attaches. */
export function fileHash(document: SeedDocument, files: LinkedFiles): string | undefined {
  const file = document.kind === 'page' || !document.file ? undefined : files.get(document.file)
  return isFetched(file) ? file.sha256 : undefined
}

/** The document that the seed made in an earlier run, or one that people know by the same name and type. */
function findStored(document: SeedDocument, database: DatabaseState): StoredDocument | undefined {
  if (document.kind === 'page') return database.page
  const candidates = database[document.kind]
  const name = sameName(nameOf(document))
  const seeded = candidates.find(({ seededFrom }) => seededFrom?.key === document.key)
  const isSame = (stored: StoredDocument): boolean =>
    document.kind === 'review'
      ? sameName(String(stored.name)) === name && stored.reviewType === document.values.reviewType
      : sameName(String(stored.title)) === name
  return seeded ?? candidates.find(isSame)
}

function decide(
  document: SeedDocument,
  stored: StoredDocument | undefined,
  files: LinkedFiles,
  idOf: {
    theme: (name: string) => DocumentId | undefined
    review: (key: string) => DocumentId | undefined
  },
): Pick<PlannedDocument, 'action' | 'reason'> {
  if (!stored) return { action: 'create' }
  const seeded = stored.seededFrom?.key === document.key ? stored.seededFrom.fingerprint : undefined
  if (!seeded) return { action: 'leave', reason: 'notSeeded' }
  const before = readFingerprint(seeded)
  const wasTaken = stored._status !== 'published' || stored.deletedAt
  if (wasTaken || readFingerprint(fingerprint(document.kind, stored)).values !== before.values) {
    return { action: 'leave', reason: 'edited' }
  }
  const hash = fileHash(document, files)
  const storedFile = stored.reportFile ?? stored.file
  // A theme or file that is still to be made has no id yet; a placeholder differs from every one there is.
  const file =
    hash === undefined ? undefined : hash === before.file ? (storedFile as DocumentId) : hash
  const wanted = documentValues(document, {
    theme: (name) => idOf.theme(name) ?? name,
    review: (key) => idOf.review(key) ?? key,
    file,
  })
  return comparable(document.kind, wanted) === comparable(document.kind, stored)
    ? { action: 'leave', reason: 'unchanged' }
    : { action: 'change' }
}

/** Dates are fixed by the first publication; a page that now says otherwise is worth a look. */
function dateWarnings(document: SeedDocument, stored: StoredDocument | undefined) {
  const { date, line } = document
  const known = stored?.publishedOn?.slice(0, 10)
  if (!date || !known || known.startsWith(date)) return []
  const message = `the page says ${date}, the database has ${known}; a publication date never changes`
  return [{ line, message }]
}

/** Compares a page with the database and says what is to be created, changed and left. Pure. */
export function planChanges(
  source: string,
  { documents, errors }: NormalisedPage,
  files: LinkedFiles,
  database: DatabaseState,
): Plan {
  const stored = new Map(
    documents.map((document) => [document.key, findStored(document, database)]),
  )
  const idOf = {
    theme: (name: string) => findStoredTheme(name, database.vocabulary.themes)?.id,
    review: (key: string) => stored.get(key)?.id,
  }
  const planned = documents.map((document): PlannedDocument => {
    const known = stored.get(document.key)
    return {
      document,
      ...decide(document, known, files, idOf),
      ...(known && { stored: known }),
      warnings: [...document.warnings, ...dateWarnings(document, known)],
    }
  })
  const missing = missingVocabulary(database.vocabulary)
  return {
    source,
    documents: planned,
    themes: plannedThemes(documents, database),
    vocabulary: { themes: missing.themes.length, agencies: missing.agencies.length },
    errors,
  }
}

function plannedThemes(documents: SeedDocument[], database: DatabaseState): PlannedTheme[] {
  const used = documents.flatMap((document) => ('themes' in document ? document.themes : []))
  return [...new Set(used)].map((name) => {
    const stored = findStoredTheme(name, database.vocabulary.themes)
    const facet =
      stored?.facet ?? vocabularyThemes.find((theme) => theme.name === name)?.facet ?? ''
    return { name, facet, action: stored ? 'leave' : 'create' }
  })
}
