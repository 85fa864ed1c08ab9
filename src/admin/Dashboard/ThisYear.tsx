import type { Count, Year } from './facts/types.ts'
import type { Language } from './language.ts'

/** How many themes are drawn. */
const themesDrawn = 10

/** How much was published this year, of which type and about what. */
export function ThisYear({ language: { say }, year: counted }: { language: Language; year: Year }) {
  const { byKind, byTheme, byType, leaflets, reviews, year } = counted
  const moreThemes = byTheme.length - themesDrawn
  // One measure for all, so that bars can be compared across them.
  const most = Math.max(...[...byType, ...byKind, ...byTheme].map(({ count }) => count))
  return (
    <section aria-labelledby="sr-year" className="sr-card">
      <h2 id="sr-year">{say('thisYear', { year })}</h2>
      {reviews + leaflets === 0 ? (
        <p>{say('nothingThisYear', { year })}</p>
      ) : (
        <>
          <p>
            {say('published', {
              reviews: say('publishedReviews', { count: reviews }),
              leaflets: say('publishedLeaflets', { count: leaflets }),
            })}
          </p>
          <div className="sr-charts">
            <Bars
              caption={say('byType')}
              counts={byType}
              head={say('columnType')}
              most={most}
              say={say}
            />
            <Bars
              caption={say('byKind')}
              counts={byKind}
              head={say('columnKind')}
              most={most}
              say={say}
            />
            <div>
              <Bars
                caption={say('byTheme')}
                counts={byTheme.slice(0, themesDrawn)}
                head={say('columnTheme')}
                most={most}
                say={say}
              />
              {moreThemes > 0 && (
                <p className="sr-aside">{say('moreThemes', { count: moreThemes })}</p>
              )}
            </div>
          </div>
        </>
      )}
    </section>
  )
}

/** A table whose numbers are drawn beside them. */
function Bars({
  caption,
  counts,
  head,
  most,
  say,
}: {
  caption: string
  counts: Count[]
  head: string
  most: number
  say: Language['say']
}) {
  if (counts.length === 0) return null
  return (
    <table className="sr-bars">
      <caption>{caption}</caption>
      <thead className="sr-unseen">
        <tr>
          <th scope="col">{head}</th>
          <th scope="col">{say('columnNumber')}</th>
        </tr>
      </thead>
      <tbody>
        {counts.map(({ count, label }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>
              <span
                aria-hidden
                className="sr-bar"
                style={{ width: `calc((100% - 3ch) * ${count / most})` }}
              />
              {count}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
