import { createHash } from 'node:crypto'

import type { SeedDocument } from '../normalise/types.ts'

/** The content fields of each kind that are compared: what the seed gives, and what editors add to it. */
export const comparedFields: Record<SeedDocument['kind'], string[]> = {
  review: [
    'name',
    'reviewType',
    'previouslyPublishedAt',
    'summary',
    'learning',
    'underlyingReasons',
    'improvements',
    'recommendations',
    'actionPlan',
    'themes',
    'agencies',
    'ageBand',
    'related',
    'reviewer',
    'reportAvailability',
    'reportFile',
    'reportLink',
    'reportReason',
    'reportExpectedOn',
    'repositoryRecord',
    'publishedBy',
    'changeNotes',
  ],
  leaflet: [
    'title',
    'kind',
    'previouslyPublishedAt',
    'summary',
    'body',
    'file',
    'link',
    'reviews',
    'themes',
    'changeNotes',
  ],
  'framework-document': [
    'title',
    'kind',
    'previouslyPublishedAt',
    'summary',
    'body',
    'file',
    'link',
    'edition',
    'reviewDueOn',
    'supersedes',
    'changeNotes',
  ],
  page: [
    'heading',
    'introduction',
    'notifiableIncidents',
    'rapidReview',
    'publicationPromise',
    'localGuidance',
    'caseReviews',
    'nationalRepository',
    'learningAndImprovementFramework',
    'sectionOrder',
  ],
}

/** What the editor writes around text that changes nothing a reader sees. */
const editorsOwn = new Set([
  'detail',
  'direction',
  'id',
  'indent',
  'mode',
  'newTab',
  'start',
  'style',
  'textFormat',
  'textStyle',
  'value',
  'version',
])

/**
 * A value in a form in which the wanted and the stored one are equal if they mean the same: relations as ids,
 * rich text without the editor's own notes, nothing for what is empty.
 */
function canonical(value: unknown, isRichText = false): unknown {
  if (value === null || value === undefined || value === '' || value === 0) return undefined
  if (Array.isArray(value)) {
    const items = value
      .map((item) => canonical(item, isRichText))
      .filter((item) => item !== undefined)
    return items.length ? items : undefined
  }
  if (typeof value !== 'object') return value
  if ('root' in value) return canonical(value.root, true)
  const entries = Object.entries(value)
    .filter(([name]) => !(isRichText ? editorsOwn.has(name) : name === 'id'))
    .map(([name, inner]) => [name, canonical(inner, isRichText)] as const)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return entries.length ? Object.fromEntries(entries) : undefined
}

/** The compared values of a document, wanted or stored at depth 0, as one line of JSON. */
export function comparable(kind: SeedDocument['kind'], document: Record<string, unknown>): string {
  const values = comparedFields[kind].map((name) => [name, canonical(document[name])])
  return JSON.stringify(values.filter(([, value]) => value !== undefined))
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/**
 * The fingerprint kept with a seeded document: the hash of its values and, where a file is attached, that of
 * the file, so that a later run knows both an editor's change and a new file.
 */
export function fingerprint(
  kind: SeedDocument['kind'],
  document: Record<string, unknown>,
  fileHash?: string,
): string {
  const values = sha256(comparable(kind, document))
  return fileHash ? `${values}+${fileHash}` : values
}

/** The two halves of a fingerprint. */
export function readFingerprint(stored: string): { values: string; file?: string } {
  const [values, file] = stored.split('+')
  return { values: values!, ...(file && { file }) }
}
