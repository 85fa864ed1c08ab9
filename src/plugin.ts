import type { CollectionConfig, Config, GlobalConfig, Plugin } from 'payload'

import { isEditor } from '../collections/access/access.ts'
import { content } from '../collections/index.ts'
import { codeAfterError } from '../hooks/errorCodes.ts'
import { translationNamespace } from '../hooks/errors.ts'
import { messages } from '../hooks/rules/messages.ts'
import { withLimits } from './graphql/limits.ts'
import { withTidySchema } from './graphql/tidySchema.ts'
import { tablesOnly } from './tablesOnly.ts'
import { type SafeguardingReviewsOptions, settingsFrom } from './options/index.ts'

/**
 * Case reviews, leaflets, themes and framework documents of a safeguarding partnership, under the rules of
 * the field, for a Payload config. What the config already has is kept, and nothing of it is changed.
 *
 * @param options see `SafeguardingReviewsOptions`; all have defaults
 * @throws at boot, naming the option, what was given and what is allowed
 */
export const safeguardingReviews = (options: SafeguardingReviewsOptions = {}): Plugin => {
  const settings = settingsFrom(options)
  return (config) => {
    const { collections, globals } = content(settings)
    refuseTakenSlugs(config, [...collections, ...globals])
    const withContent = (enabled: {
      collections: CollectionConfig[]
      globals: GlobalConfig[]
    }) => ({
      ...config,
      collections: [...(config.collections ?? []), ...enabled.collections],
      globals: [...(config.globals ?? []), ...enabled.globals],
    })
    if (!settings.enabled)
      return withContent({
        collections: collections.map(tablesOnly),
        globals: globals.map(tablesOnly),
      })
    return {
      ...withContent({ collections, globals }),
      custom: { ...config.custom, safeguardingReviews: settings },
      graphQL: {
        ...config.graphQL,
        maxComplexity: config.graphQL?.maxComplexity ?? settings.graphQL.maxComplexity,
        queries: withTidySchema(config, settings.timeZone, [...collections, ...globals]),
        validationRules: withLimits(config, settings),
      },
      hooks: {
        ...config.hooks,
        afterError: [...(config.hooks?.afterError ?? []), codeAfterError],
      },
      i18n: withTranslations(config),
      jobs: withEditorsOnlyJobs(config),
    }
  }
}

/** A slug that is taken would merge two collections in silence. */
function refuseTakenSlugs(config: Config, own: { slug: string }[]): void {
  const taken = [...(config.collections ?? []), ...(config.globals ?? [])].map(({ slug }) => slug)
  const clash = own.find(({ slug }) => taken.includes(slug))
  if (clash)
    throw new Error(
      `safeguardingReviews: the config already has a collection or global "${clash.slug}". Give ours another slug with the option \`collections\`, or move the plugin that adds it.`,
    )
}

function withTranslations(config: Config): Config['i18n'] {
  const translations = (config.i18n?.translations ?? {}) as Record<string, object>
  return {
    ...config.i18n,
    translations: {
      ...translations,
      en: {
        ...translations.en,
        [translationNamespace]: { ...messages, ...hostMessages(translations.en) },
      },
    },
  }
}

/** A host's own wording of our sentences wins. */
const hostMessages = (english: object | undefined) =>
  (english as Record<string, object> | undefined)?.[translationNamespace]

/** Payload lets any logged-in user run and cancel jobs, a host's readers too. */
const withEditorsOnlyJobs = (config: Config): Config['jobs'] => {
  const editors = ({ req }: { req: Parameters<typeof isEditor>[0] }) => isEditor(req)
  return {
    ...config.jobs,
    access: { cancel: editors, queue: editors, run: editors, ...config.jobs?.access },
  } as Config['jobs']
}
