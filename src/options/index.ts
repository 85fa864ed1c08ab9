import type { z } from 'zod'

import type { ContentSettings } from '../../collections/settings.ts'
import { defaultSlugs } from '../../collections/slugs.ts'
import type { Slugs } from '../../hooks/settings.ts'
import type { Alarm } from '../availability/tasks.ts'
import type { EvidenceSettings } from '../evidence/keys.ts'
import { fileChecker } from '../fileChecker.ts'
import type { Mail } from '../mail/compose.ts'
import type { MailTemplateArgs } from '../mail/send.ts'
import { optionsSchema, type SafeguardingReviewsOptions } from './schema.ts'

export type { SafeguardingReviewsOptions }

/** The options after defaults and checks. */
export interface Settings extends ContentSettings {
  enabled: boolean
  seal: boolean
  availability: {
    address: string
    cron: string | false
    onAlarm?: (alarm: Alarm) => void | Promise<void>
  }
  mail: ContentSettings['mail'] & {
    address: string
    template?: (args: MailTemplateArgs) => Mail | Promise<Mail>
  }
  evidence: EvidenceSettings
  graphQL: { maxDepth: number; maxComplexity: number; introspection: 'editors' | 'everyone' }
}

/**
 * Checks the options and fills in the defaults.
 *
 * @throws an error that names each wrong option, what was given and what is allowed
 */
export function settingsFrom(options: SafeguardingReviewsOptions): Settings {
  const result = optionsSchema.safeParse(options, { reportInput: true })
  if (!result.success) throw new Error(explain(result.error.issues))
  const { collections, files, protection, ...settings } = result.data
  const slugs = Object.fromEntries(
    Object.entries(defaultSlugs).map(([key, slug]) => [
      key,
      collections[key as keyof Slugs]?.slug ?? slug,
    ]),
  ) as unknown as Slugs
  const taken = Object.values(slugs)
  const twice = taken.find((slug, index) => taken.indexOf(slug) !== index)
  if (twice)
    throw new Error(
      `safeguardingReviews: option \`collections\` gives two collections the slug "${twice}"; each needs its own.`,
    )
  return {
    ...settings,
    protectionMonths: protection,
    overrides: collections,
    files: { directory: files.directory, maxBytes: files.maxMegabytes * 1024 * 1024 },
    fileChecks: files.checks ? fileChecker : undefined,
    slugs,
  }
}

const explain = (issues: z.core.$ZodIssue[]): string =>
  issues
    .flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => `${option([...issue.path, key])} is not an option.`)
        : [`${option(issue.path)} was given ${shown(issue)}; allowed: ${allowed(issue)}.`],
    )
    .join('\n')

const option = (path: PropertyKey[]) =>
  `safeguardingReviews: option \`${path.map(String).join('.') || '(all)'}\``

function shown({ input, path }: z.core.$ZodIssue): string {
  // The sentence ends in logs.
  if (path.at(-1) === 'privateKey') return 'something else'
  return typeof input === 'function' ? 'a function' : (JSON.stringify(input) ?? String(input))
}

/** What the schema says is allowed, in place of a library's sentence about what was expected. */
function allowed(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_value')
    return issue.values.map((value) => `"${String(value)}"`).join(', ')
  if (issue.code === 'invalid_type' && issue.message.startsWith('Invalid input'))
    return `a value of type ${issue.expected}`
  return issue.message
}
