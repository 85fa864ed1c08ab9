import config from '@payload-config'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'

import { FrameworkDocuments, Leaflets } from '../../../parts/Documents.tsx'
import { Draft } from '../../../parts/Draft.tsx'
import { Review } from '../../../parts/Review.tsx'
import { frameworkDocumentFrom, leafletFrom, reviewFrom } from '../../entries.ts'
import { type Previewed, readPreview } from '../../readPreview.ts'

// Drawn anew each time: what has expired a moment ago must not be shown.
export const dynamic = 'force-dynamic'

export const metadata: Metadata = {
  title: 'Draft – not public',
  referrer: 'no-referrer',
  robots: { index: false, follow: false },
}

interface Props {
  params: Promise<{ collection: string; token: string }>
}

/** A draft for whoever has a link to it, drawn by what draws the public page. */
export default async function PreviewPage({ params }: Props) {
  const { collection, token } = await params
  const answer = await readPreview(collection, token)
  if (answer === 'unknown') notFound()
  if (answer === 'expired')
    return (
      <>
        <h1>This link has expired</h1>
        <p>It led to a draft for a limited time. Ask whoever sent it to you for a new one.</p>
      </>
    )
  return (
    <Draft isDated={Boolean(answer.doc.publishedOn)} until={await momentOf(answer.expiresAt)}>
      <Publication {...answer} />
    </Draft>
  )
}

/** In the partnership's time, wherever the server stands. */
async function momentOf(instant: string): Promise<string> {
  const { timeZone } = (await config).custom!.safeguardingReviews as { timeZone: string }
  const format = { dateStyle: 'long', timeStyle: 'short', timeZone } as const
  return new Intl.DateTimeFormat('en-GB', format).format(new Date(instant))
}

function Publication(previewed: Previewed) {
  if (previewed.collection === 'reviews')
    return (
      <>
        <h1>Case reviews and learning</h1>
        <h2>Case reviews</h2>
        <Review review={reviewFrom(previewed.doc)} />
      </>
    )
  if (previewed.collection === 'leaflets')
    return (
      <>
        <h1>Leaflets</h1>
        <Leaflets below={1} leaflets={[leafletFrom(previewed.doc)]} />
      </>
    )
  return (
    <>
      <h1>Documents</h1>
      <FrameworkDocuments below={1} documents={[frameworkDocumentFrom(previewed.doc)]} />
    </>
  )
}
