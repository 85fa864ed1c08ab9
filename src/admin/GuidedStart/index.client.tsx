'use client'

import { Gutter, SetStepNav, useConfig, useTranslation } from '@payloadcms/ui'
import { useMemo, useSyncExternalStore } from 'react'

import { wordsOf } from '../words/index.ts'
import type { Guide } from './answers.ts'
import { Steps } from './Steps.client.tsx'

const never = () => () => {}

/** “Publish a new review”: questions, one step at a time, from which drafts are made at the end. */
export function Guided({ guide }: { guide: Guide }) {
  const { config } = useConfig()
  const { t } = useTranslation()
  // The answers are in the browser: the server draws no fields that would lose what is typed into them.
  const isInBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )
  const title = wordsOf('guidedStart', t as never)('title')
  const { reviewsLabel: label, slugs } = guide
  const url = `${config.routes.admin}/collections/${slugs.reviews}`
  const nav = useMemo(() => [{ label, url }, { label: title }], [label, title, url])
  return (
    <Gutter className="sr-guided">
      <SetStepNav nav={nav} />
      {isInBrowser ? <Steps guide={guide} /> : <h1>{title}</h1>}
    </Gutter>
  )
}
