import type { RichText } from 'payload-safeguarding-reviews/types'
import type { ReactNode } from 'react'

import { Prose } from './Prose.tsx'

/** A section of the page; one without a heading follows on from what stands before it. */
export function Section({
  children,
  heading,
  name,
  text = null,
}: {
  children?: ReactNode
  heading?: string
  name: string
  text?: RichText | null
}) {
  const content = (
    <>
      <Prose below={2} text={text} />
      {children}
    </>
  )
  if (!heading) return <div className="section">{content}</div>
  return (
    <section aria-labelledby={`section-${name}`} className="section">
      <h2 id={`section-${name}`}>{heading}</h2>
      {content}
    </section>
  )
}
