import config from '@payload-config'
import type { ReactNode } from 'react'

import './site.css'

/** Who publishes, as the plugin's options say it. */
const publisher = async (): Promise<{ name: string; url: string }> =>
  (await config).custom!.safeguardingReviews.publisher

export default async function SiteLayout({ children }: { children: ReactNode }) {
  const { name, url } = await publisher()
  return (
    <html lang="en-GB">
      <body>
        <a className="skip-link" href="#content">
          Skip to content
        </a>
        <header>
          <p>{url ? <a href={url}>{name}</a> : name}</p>
        </header>
        <main id="content">{children}</main>
        <footer>
          <p>
            Published by {name}. This page is drawn from one query to the{' '}
            <abbr title="application programming interface">API</abbr> at <code>/api/graphql</code>.
          </p>
        </footer>
      </body>
    </html>
  )
}
