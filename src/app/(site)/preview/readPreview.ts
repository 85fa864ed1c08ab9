import config from '@payload-config'
import { REST_GET } from '@payloadcms/next/routes'
import type { FrameworkDocument, Leaflet, Review } from 'payload-safeguarding-reviews/types'

interface Answer<Collection, Document> {
  collection: Collection
  doc: Document
  /** ISO 8601. */
  expiresAt: string
}

/** A version as readers would get it. */
export type Previewed =
  | Answer<'framework-documents', FrameworkDocument>
  | Answer<'leaflets', Leaflet>
  | Answer<'reviews', Review>

const answerREST = REST_GET(config)

/**
 * What anybody gets who has the link, from the app's own endpoint: the request carries no cookie, so a
 * signed-in editor sees no more than anybody else.
 */
export async function readPreview(
  collection: string,
  token: string,
): Promise<Previewed | 'expired' | 'unknown'> {
  // Next hands on what stands in the address.
  const slug = [collection, 'preview', token].map(decoded)
  const path = slug.map(encodeURIComponent).join('/')
  const response = await answerREST(new Request(`http://localhost/api/${path}`), {
    params: Promise.resolve({ slug }),
  })
  if (response.status === 410) return 'expired'
  if (response.status === 404) return 'unknown'
  if (!response.ok) throw new Error(`The preview was answered with ${response.status}.`)
  return { collection, ...((await response.json()) as object) } as Previewed
}

/** What is not well-formed is looked for as it stands. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
