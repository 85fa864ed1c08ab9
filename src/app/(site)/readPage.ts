import { POST as answerGraphQL } from '../(payload)/api/graphql/route.ts'
import { caseReviewsPageQuery } from './caseReviewsPageQuery.ts'
import type { PageContent } from './pageContent.ts'

/**
 * What an anonymous reader gets for the one query, from the app's own GraphQL endpoint: the request carries
 * no cookie, so a signed-in editor sees no more on the page than anybody else.
 */
export async function readPage(): Promise<PageContent> {
  const response = await answerGraphQL(
    new Request('http://localhost/api/graphql', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ query: caseReviewsPageQuery }),
    }),
  )
  const { data, errors } = (await response.json()) as {
    data?: PageContent
    errors?: { message: string }[]
  }
  if (!data || errors?.length)
    throw new Error(`The page’s query was answered with: ${errors?.[0]?.message ?? 'nothing'}`)
  return data
}
