import type { CollectionConfig, Config, GlobalConfig, Plugin } from 'payload'

import { resumeChecks } from '../hooks/operations/fileChecks.ts'
import { isStaff } from '../hooks/operations/people.ts'
import { content } from '../collections/index.ts'
import { peopleFields, withRoles } from '../collections/people.ts'
import { codeAfterError } from '../hooks/errorCodes.ts'
import { translationNamespace } from '../hooks/errors.ts'
import { previewEndpoints } from '../hooks/preview/endpoints.ts'
import { privateNamesEndpoints } from '../hooks/privateNames/endpoints.ts'
import { messages } from '../hooks/rules/messages.ts'
import { publicationKeys } from '../hooks/settings.ts'
import { withRefusals } from './adapter/refusals.ts'
import { withToldCommits } from './adapter/toldCommits.ts'
import { withWrittenRows } from './adapter/writtenRows.ts'
import { fileCheckEndpoint } from './admin/FileCheck/endpoint.ts'
import { panelEndpoint } from './admin/PublicationPanel/endpoint.ts'
import { words } from './admin/words/index.ts'
import { certificateEndpoint, evidenceEndpoints } from './evidence/endpoints.ts'
import { withActs } from './graphql/acts.ts'
import { withLimits } from './graphql/limits.ts'
import { withTidySchema } from './graphql/tidySchema.ts'
import { resumeMail } from './mail/collect.ts'
import { type SafeguardingReviewsOptions, type Settings, settingsFrom } from './options/index.ts'
import { appointAdministrator, refuseWithoutRoles, withPeople } from './people.ts'
import { refuseLocalized } from './refuseLocalized.ts'
import { checkSeal, unsealed } from './seal/check.ts'
import { columnsOnly, tablesOnly } from './tablesOnly.ts'
import { withTasks } from './tasks.ts'

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
    const withContent = (
      enabled: { collections: CollectionConfig[]; globals: GlobalConfig[] },
      ofPeople: (collection: CollectionConfig) => CollectionConfig,
    ) => ({
      ...config,
      jobs: withTasks(config.jobs, settings),
      collections: [...withPeople(config, ofPeople), ...enabled.collections],
      globals: [...(config.globals ?? []), ...enabled.globals],
    })
    if (!settings.enabled)
      return withContent(
        { collections: collections.map(tablesOnly), globals: globals.map(tablesOnly) },
        (people) => ({ ...people, fields: [...people.fields, ...columnsOnly(peopleFields())] }),
      )
    const withOwn = withContent(
      { collections: withOwnEndpoints(collections, settings), globals },
      withRoles,
    )
    return {
      ...withOwn,
      endpoints: [...(config.endpoints ?? []), ...evidenceEndpoints(settings)],
      admin: {
        ...config.admin,
        components: {
          ...config.admin?.components,
          beforeDashboard: [
            ...(config.admin?.components?.beforeDashboard ?? []),
            'payload-safeguarding-reviews/rsc#Dashboard',
          ],
        },
      },
      custom: { ...config.custom, safeguardingReviews: settings },
      db: withToldCommits(withRefusals(withWrittenRows(config.db, settings), settings)),
      graphQL: {
        ...config.graphQL,
        maxComplexity: config.graphQL?.maxComplexity ?? settings.graphQL.maxComplexity,
        mutations: withActs(config, settings),
        queries: withTidySchema(config, settings.timeZone, [...collections, ...globals]),
        validationRules: withLimits(config, settings, [...collections, ...globals]),
      },
      hooks: {
        ...config.hooks,
        afterError: [...(config.hooks?.afterError ?? []), codeAfterError],
      },
      i18n: withTranslations(config),
      jobs: withTasks(withStaffOnlyJobs(config), settings),
      onInit: async (payload) => {
        await config.onInit?.(payload)
        refuseWithoutRoles(payload)
        refuseLocalized(payload, settings)
        if (settings.seal) await checkSeal(payload)
        else payload.logger.warn(`safeguardingReviews: the option \`seal\` is off. ${unsealed}`)
        await appointAdministrator(payload)
        // Where the tables are not there yet, nothing waits.
        const goOn = (resumed: Promise<void>, what: string) =>
          resumed.catch((err: unknown) =>
            payload.logger.error({ err, msg: `safeguardingReviews: ${what} not resumed.` }),
          )
        await goOn(resumeChecks(payload, settings), 'checks of files were')
        await goOn(resumeMail(payload), 'mail was')
      },
    }
  }
}

/** What is asked of each publication, and of each file, at an address of its own. */
function withOwnEndpoints(collections: CollectionConfig[], settings: Settings): CollectionConfig[] {
  const publications: string[] = publicationKeys.map((key) => settings.slugs[key])
  const ofPublications = [
    certificateEndpoint(settings),
    panelEndpoint(settings),
    ...previewEndpoints(settings),
    ...privateNamesEndpoints(settings),
  ]
  const ofFiles = [fileCheckEndpoint(settings)]
  return collections.map((collection) => {
    const isFiles = collection.slug === settings.slugs.files
    const ours = publications.includes(collection.slug) ? ofPublications : isFiles ? ofFiles : []
    return { ...collection, endpoints: [...(collection.endpoints || []), ...ours] }
  })
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
        [translationNamespace]: { ...messages, ...words, ...hostMessages(translations.en) },
      },
    },
  }
}

/** A host's own wording of our sentences wins. */
const hostMessages = (english: object | undefined) =>
  (english as Record<string, object> | undefined)?.[translationNamespace]

/** Payload lets any logged-in user run and cancel jobs, a host's readers too. */
const withStaffOnlyJobs = (config: Config): Config['jobs'] => {
  const staff = ({ req }: { req: Parameters<typeof isStaff>[0] }) => isStaff(req)
  return {
    ...config.jobs,
    access: { cancel: staff, queue: staff, run: staff, ...config.jobs?.access },
  } as Config['jobs']
}
