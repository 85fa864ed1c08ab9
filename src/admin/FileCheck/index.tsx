import type { UIFieldServerProps } from 'payload'

import { forNobody } from '../../../hooks/operations/fileChecks.ts'
import type { PublishingSettings } from '../../../hooks/settings.ts'
import { Styled } from '../Styled.tsx'
import { readFileChecks } from './facts.ts'
import { FileCheckPanel } from './index.client.tsx'

/** Beside each file: what was found in it. */
export async function FileCheck({ data, field, id, req }: UIFieldServerProps) {
  const settings: PublishingSettings = req.payload.config.custom!.safeguardingReviews
  if (id === undefined || !settings.fileChecks) return null
  const [checked] = await readFileChecks(req, settings, [{ id, title: data?.title }], forNobody)
  if (!checked) return null
  return (
    <>
      <Styled />
      <FileCheckPanel
        collection={settings.slugs.fileChecks}
        initially={checked.told}
        label={String(field.label)}
      />
    </>
  )
}
