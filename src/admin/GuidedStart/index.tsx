import { Button } from '@payloadcms/ui'
import type { AdminViewServerProps, FlattenedField, PayloadRequest } from 'payload'

import { acceptedMimeTypes } from '../../../hooks/rules/files.ts'
import type { Settings } from '../../options/index.ts'
import { labelIn } from '../labels.ts'
import { Styled } from '../Styled.tsx'
import { wordsOf } from '../words/index.ts'
import type { Guide } from './answers.ts'
import { Guided } from './index.client.tsx'

/** “Publish a new review”, for those who may make drafts; to others it says why they may not. */
export function GuidedStart({ initPageResult: { permissions, req } }: AdminViewServerProps) {
  const settings = req.payload.config.custom?.safeguardingReviews as Settings | undefined
  if (!settings || !req.user) return null
  const mayDraft = Boolean(permissions.collections?.[settings.slugs.reviews]?.create)
  return (
    <>
      <Styled />
      {mayDraft ? <Guided guide={guideOf(req, settings)} /> : <Refused req={req} />}
    </>
  )
}

function Refused({ req }: { req: PayloadRequest }) {
  const say = wordsOf('guidedStart', req.t as never)
  return (
    <div className="gutter gutter--left gutter--right sr-guided">
      <h1>{say('title')}</h1>
      <p>{say('refused')}</p>
      <Button el="link" margin={false} to={req.payload.config.routes.admin}>
        {say('toDashboard')}
      </Button>
    </div>
  )
}

/** What the browser has to know. */
function guideOf(req: PayloadRequest, settings: Settings): Guide {
  const { collections } = req.payload
  const { files, reviewTypes, slugs, timeZone } = settings
  const label = labelIn(req)
  return {
    account: `${req.user!.collection}:${req.user!.id}`,
    acceptedTypes: acceptedMimeTypes,
    kinds: optionsOf(collections[slugs.leaflets]!.config.flattenedFields, 'kind').map((option) => ({
      value: option.value,
      label: label(option.label, option.value),
    })),
    maxMegabytes: files.maxBytes / 1024 / 1024,
    reviewsLabel: label(collections[slugs.reviews]!.config.labels.plural, slugs.reviews),
    reviewTypes,
    slugs: { files: slugs.files, leaflets: slugs.leaflets, reviews: slugs.reviews },
    timeZone,
    now: new Date().toISOString(),
  }
}

/** What can be chosen in a field, unless a host took it away. */
function optionsOf(fields: FlattenedField[], name: string): { value: string; label: unknown }[] {
  const field = fields.find((field) => field.name === name)
  if (field?.type !== 'select') return []
  return field.options.map((option) =>
    typeof option === 'string' ? { value: option, label: option } : option,
  )
}
