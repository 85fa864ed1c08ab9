import type { Payload } from 'payload'

import { contentApi, type DocumentId } from './contentApi.ts'
import { installationOf } from './installation.ts'
import { inOwnTransaction } from '../hooks/operations/inTransaction.ts'
import { vocabularyAgencies } from './vocabulary/agencies.ts'
import { type VocabularyTheme, vocabularyThemes } from './vocabulary/themes.ts'
import { sameName } from './words/names.ts'

/** A theme as it stands in the database. */
export interface StoredTheme {
  id: DocumentId
  name: string
  facet: string
  synonyms: string[]
}

/** A term of the vocabulary in the database, in the trash or not. */
export interface StoredVocabulary {
  themes: StoredTheme[]
  agencies: { id: DocumentId; name: string }[]
}

/** What of the package's vocabulary is not in the database yet. */
export interface MissingVocabulary {
  themes: VocabularyTheme[]
  agencies: string[]
}

/** The themes and agencies in the database; those in the trash too, because somebody put them there. */
export async function readVocabulary(payload: Payload): Promise<StoredVocabulary> {
  const { collection } = installationOf(payload)
  const content = contentApi(payload)
  const all = { depth: 0, pagination: false, sort: 'createdAt', trash: true } as const
  const themes = await content.find({ collection: collection('themes'), ...all })
  const agencies = await content.find({ collection: collection('agencies'), ...all })
  return {
    themes: themes.docs.map(({ id, name, facet, synonyms }) => ({
      id,
      name: String(name),
      facet: String(facet),
      synonyms: (synonyms ?? []) as string[],
    })),
    agencies: agencies.docs.map(({ id, name }) => ({ id, name: String(name) })),
  }
}

/** True when a theme goes by this name, as its name or as one of its synonyms. */
const goesBy =
  (name: string) =>
  (theme: StoredTheme): boolean =>
    [theme.name, ...theme.synonyms].some((word) => sameName(word) === sameName(name))

/** The theme in the database that a name stands for; its own name counts before another's synonym. */
export const findStoredTheme = (name: string, themes: StoredTheme[]): StoredTheme | undefined =>
  themes.find((theme) => sameName(theme.name) === sameName(name)) ?? themes.find(goesBy(name))

/** Compares the package's vocabulary with the database. What editors renamed or reworded is theirs. */
export const missingVocabulary = ({ themes, agencies }: StoredVocabulary): MissingVocabulary => ({
  themes: vocabularyThemes.filter(({ name }) => !findStoredTheme(name, themes)),
  agencies: vocabularyAgencies.filter(
    (name) => !agencies.some((agency) => sameName(agency.name) === sameName(name)),
  ),
})

/**
 * Creates the themes and agencies that are missing, and changes none that are there.
 *
 * @returns how many were created
 */
export async function seedVocabulary({
  payload,
}: {
  payload: Payload
}): Promise<{ themes: number; agencies: number }> {
  const { collection } = installationOf(payload)
  const missing = missingVocabulary(await readVocabulary(payload))
  await inOwnTransaction(payload, async (req) => {
    for (const { name, facet, synonyms } of missing.themes) {
      const data = { name, facet, synonyms }
      await contentApi(payload).create({ collection: collection('themes'), data, depth: 0, req })
    }
    for (const name of missing.agencies) {
      await contentApi(payload).create({
        collection: collection('agencies'),
        data: { name },
        depth: 0,
        req,
      })
    }
  })
  return { themes: missing.themes.length, agencies: missing.agencies.length }
}
