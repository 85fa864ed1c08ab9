import type { Payload } from 'payload'

import { applyPlan } from './apply/index.ts'
import { installationOf } from './installation.ts'
import { normalise } from './normalise/index.ts'
import { fileLinks } from './normalise/links.ts'
import { parsePage } from './parse/index.ts'
import { planItems, sayNotice, type SeedItem } from './plan/items.ts'
import { planChanges } from './plan/index.ts'
import { printPlan } from './plan/printPlan.ts'
import { readDatabase } from './plan/readDatabase.ts'
import type { DatabaseState, Plan } from './plan/types.ts'
import { readFiles } from './read/readFiles.ts'
import { readSource, type SourcePage } from './read/readSource.ts'
import { vocabularyThemes } from './vocabulary/themes.ts'
import { sameName } from './words/names.ts'
import type { ThemeTerm } from './words/themes.ts'

/** What `seed` is told. */
export interface SeedOptions {
  /** The Payload that is filled. It must run the plugin. */
  payload: Payload
  /** A saved page (HTML, or text as a browser copies it), an address, or a page that was read already. */
  source: SourcePage | string
  /** Where a saved page was public; it becomes the documents' `previouslyPublishedAt`. */
  pageAddress?: string
  /** Stop after the plan and write nothing. */
  dryRun?: boolean
  /** Told each line of the plan and of the progress. */
  log?: (line: string) => void
  /** Stops between two documents. What was written stays, and a later run goes on from there. */
  signal?: AbortSignal
}

/** What became of a seed, or what would become of it in a dry run. */
export interface SeedResult {
  items: SeedItem[]
  /** What stands on the page but could not be read, with its line. */
  errors: string[]
  /** True when at least one document could not be written. */
  failed: boolean
  /** True when it was stopped before the end. */
  stopped: boolean
}

/** The package's themes and those of the database, each name once, with the words of both. */
function themeTerms({ vocabulary }: DatabaseState): ThemeTerm[] {
  const stored = vocabulary.themes.map(({ name, synonyms }) => ({ name, synonyms }))
  const taken = new Set(stored.flatMap(({ name, synonyms }) => [name, ...synonyms]).map(sameName))
  return [...stored, ...vocabularyThemes.filter(({ name }) => !taken.has(sameName(name)))]
}

/**
 * Brings a partnership's present page into Payload: read, parse, normalise, plan, apply.
 *
 * A second run changes nothing; what an editor has changed since is left alone and reported.
 */
export async function seed(options: SeedOptions): Promise<SeedResult> {
  const { payload, source, pageAddress, dryRun, signal, log = () => {} } = options
  const page = typeof source === 'string' ? await readSource(source, pageAddress) : source
  const parsed = parsePage(page)
  const files = await readFiles(fileLinks(parsed), page, log)
  const database = await readDatabase(payload)
  const { statutoryTypes, publisherName } = installationOf(payload)
  const normalised = normalise(parsed, {
    pageName: page.name,
    ...(page.address && { pageAddress: page.address }),
    ...(publisherName && { publisherName }),
    files,
    themes: themeTerms(database),
    statutoryTypes,
  })
  const plan = planChanges(page.name, normalised, files, database)
  for (const line of printPlan(plan)) log(line)
  if (dryRun) return resultOf(plan, new Map(), false)
  const { failures, stopped } = await applyPlan({ payload, plan, files, log, signal })
  return resultOf(plan, failures, stopped)
}

function resultOf(plan: Plan, failures: Map<string, string>, stopped: boolean): SeedResult {
  return {
    items: planItems(plan, failures),
    errors: plan.errors.map(sayNotice),
    failed: failures.size > 0,
    stopped,
  }
}
