import type { CollectionConfig } from 'payload'

import { answerAccess } from '../hooks/publications/answerAccess.ts'
import { beginChangeBeforeChange } from '../hooks/publications/beginChangeBeforeChange.ts'
import { checkPublicationBeforeChange } from '../hooks/publications/checkPublicationBeforeChange.ts'
import { confirmManyAfterOperation } from '../hooks/publications/confirmManyAfterOperation.ts'
import { demandPublisherBeforeChange } from '../hooks/publications/demandPublisherBeforeChange.ts'
import { giveSlugBeforeChange } from '../hooks/publications/giveSlugBeforeChange.ts'
import { keepFixedBeforeChange } from '../hooks/publications/keepFixedBeforeChange.ts'
import { keepHistoryBeforeOperation } from '../hooks/publications/keepHistoryBeforeOperation.ts'
import { keepProtectedBeforeChange } from '../hooks/publications/keepProtectedBeforeChange.ts'
import { keepProtectedBeforeDelete } from '../hooks/publications/keepProtectedBeforeDelete.ts'
import { noteIntentBeforeOperation } from '../hooks/publications/noteIntentBeforeOperation.ts'
import { noteReferencesBeforeChange } from '../hooks/publications/noteReferencesBeforeChange.ts'
import { settleAfterChange } from '../hooks/publications/settleAfterChange.ts'
import { settleAfterDelete } from '../hooks/publications/settleAfterDelete.ts'
import { refuseSecondBeforeChange } from '../hooks/publications/refuseSecondBeforeChange.ts'
import { stampPublicationBeforeChange } from '../hooks/publications/stampPublicationBeforeChange.ts'
import {
  keepReferredToBeforeChange,
  keepReferredToBeforeDelete,
} from '../hooks/references/keepReferredTo.ts'
import { publicationContent } from '../hooks/rules/publicationContent.ts'
import type { PublicationKey } from '../hooks/settings.ts'
import { publicationAccess } from './access/access.ts'
import { publicationHistoryField, publicationStateField } from './fields/publicationState.ts'
import { type ContentSettings, overridden } from './settings.ts'

/** Every version is kept: pruning would lose what was published before. */
const keepAll = 0

type PublicationConfig = Pick<
  CollectionConfig,
  'admin' | 'fields' | 'forceSelect' | 'graphQL' | 'hooks' | 'labels'
>

/**
 * A collection whose documents carry the promise. The hooks stand in the order in which a change passes
 * them.
 */
export function publication(
  key: PublicationKey,
  settings: ContentSettings,
  { fields, forceSelect, hooks, ...config }: PublicationConfig,
): CollectionConfig {
  const { nameField } = publicationContent[key]
  const collection = overridden(key, settings, {
    ...config,
    admin: {
      ...config.admin,
      components: {
        ...config.admin?.components,
        beforeListTable: [
          ...(config.admin?.components?.beforeListTable ?? []),
          'payload-safeguarding-reviews/rsc#PublicationPresets',
        ],
      },
    },
    access: publicationAccess(settings),
    defaultSort: ['-publishedOn', nameField],
    // An edit of many at once would publish or discard the drafts among them.
    disableBulkEdit: true,
    // A copy would carry dates and reports that are not its own.
    disableDuplicate: true,
    endpoints: [answerAccess],
    fields: [publicationStateField, ...fields, publicationHistoryField],
    forceSelect: { publishedOn: true, publishedOnPrecision: true, ...forceSelect },
    trash: true,
    versions: {
      drafts: { autosave: { interval: 2000 }, schedulePublish: true },
      maxPerDoc: keepAll,
    },
    hooks: {
      beforeOperation: [noteIntentBeforeOperation, keepHistoryBeforeOperation],
      beforeChange: [
        refuseSecondBeforeChange,
        beginChangeBeforeChange,
        keepProtectedBeforeChange(key, settings),
        demandPublisherBeforeChange(settings),
        keepReferredToBeforeChange(settings),
        keepFixedBeforeChange(settings),
        giveSlugBeforeChange(nameField),
        ...(hooks?.beforeChange ?? []),
        checkPublicationBeforeChange(key, settings),
        stampPublicationBeforeChange(key, settings),
        noteReferencesBeforeChange,
      ],
      afterChange: [settleAfterChange(key, settings)],
      afterOperation: [confirmManyAfterOperation(key, settings)],
      beforeDelete: [
        keepProtectedBeforeDelete(key, settings),
        keepReferredToBeforeDelete(settings),
      ],
      afterDelete: [settleAfterDelete(settings)],
    },
  })
  return collection.fields.includes(publicationStateField) ? withOwnButtons(collection) : collection
}

/** With buttons that are there when the panel tells that they would work; a host without the panel keeps Payload’s. */
function withOwnButtons({ admin, ...collection }: CollectionConfig): CollectionConfig {
  const edit = {
    PublishButton: 'payload-safeguarding-reviews/rsc#PublicationPublishButton',
    UnpublishButton: 'payload-safeguarding-reviews/rsc#PublicationUnpublishButton',
    ...admin?.components?.edit,
  }
  return { ...collection, admin: { ...admin, components: { ...admin?.components, edit } } }
}
